// Adobe's validator, with Google's rules, on HTML files: prints what it finds.
import { readFileSync } from "node:fs";
import WebAutoExtractor from "@marbec/web-auto-extractor";
import Validator from "@adobe/structured-data-validator";

let found = 0;
for (const file of process.argv.slice(2)) {
  const extractor = new WebAutoExtractor({ addLocation: true, embedSource: ["rdfa", "microdata"] });
  const data = extractor.parse(readFileSync(file, "utf8"));
  for (const issue of await new Validator().validate(data)) {
    if (issue.severity !== "ERROR") continue;
    found += 1;
    console.log(file, issue.issueMessage, JSON.stringify(issue.path));
  }
}
process.exit(found ? 1 : 0);
