// The typeface of headings: a subset of the installed font as WOFF2, and faces that stand for it
// with the metrics of what machines have instead. One line of JSON on the standard output.
import { readFile } from "node:fs/promises";
import { createFontStack } from "@capsizecss/core";
import { fromBuffer } from "@capsizecss/unpack";
import subsetFont from "subset-font";

const [family, file] = process.argv.slice(1);

// Basic Latin and Latin-1, which have all letters of English and Spanish, and what sets them well.
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
const characters = range(0x20, 0x7e) + range(0xa0, 0xff) + "–—‘’‚“”„…•‹›€™";

const font = await readFile(file);
// Without letters that others become in small capitals, swashes and the like, which are most of it.
const woff2 = await subsetFont(font, characters, { targetFormat: "woff2", noLayoutClosure: true });

// What machines have, as the fonts' own tables say it (the first three as published by Capsize, 4.2):
// Apple's and Microsoft's, Android's, Linux's. Liberation Serif has the metrics of Times New Roman.
const times = { ascent: 1825, descent: -443, lineGap: 87, unitsPerEm: 2048, xWidthAvg: 832 };
const others = [
  { familyName: "Georgia", ascent: 1878, descent: -449, lineGap: 0, unitsPerEm: 2048, xWidthAvg: 913 },
  { familyName: "Noto Serif", ascent: 1069, descent: -293, lineGap: 0, unitsPerEm: 1000, xWidthAvg: 481 },
  { familyName: "Times New Roman", ...times },
  { familyName: "Liberation Serif", ...times },
  { familyName: "DejaVu Serif", ascent: 1901, descent: -483, lineGap: 0, unitsPerEm: 2048, xWidthAvg: 1058 },
];
const own = { ...(await fromBuffer(font)), familyName: family };
const stack = createFontStack([own, ...others], { fontFaceFormat: "styleString" });
// Short names: they stand in every page.
const [families, faces] = [stack.fontFamily, stack.fontFaces].map((it) => it.replaceAll(`${family} Fallback: `, "Like "));

console.log(JSON.stringify({ families, faces, font: woff2.toString("base64") }));
