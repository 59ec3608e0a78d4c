// The rules of English: what words are the same, and which say nothing. Another language is
// another file with the same exports.

// They are looked for only where there is nothing else in a query.
export const silent = new Set(("a an and any are as at am be been being but by can could did do does for from get got had has have having"
  + " he her his how i if in into is it its just me my of on or our out she should so some than that the their them then there these"
  + " they this those to too up us was we were what when where which who why will with would you your dont im ive cant isnt doesnt id"
  + " really very please want need make makes go going gonna know").split(" "));

// Endings, each with what has to stand before it, and what comes in its place.
const endings = [
  [/^(.{2,})ies$/, "$1y"],
  [/^(.+(?:ss|sh|ch|x|z))es$/, "$1"],
  [/^(.{2,}[^su])s$/, "$1"],
  [/^(.{3,})(?:ations?|ments?|able|ible)$/, "$1"],
  [/^(.{3,}[ts])ions?$/, "$1"],
  [/^(.*[aeiouy].*[^e])(?:ing|ed)$/, "$1"],
  [/^(.{2,}[^e])at$/, "$1"],
  [/^(.{4,})(?:ers?|ly|ness|ful)$/, "$1"],
  // What an ending has doubled, and what it has swallowed.
  [/^(.+([bdfgmnprt]))\2$/, "$1"],
  [/^(.{2,})e$/, "$1"],
  [/^(.{2,})y$/, "$1i"],
];

// Words by which people ask for the same, as stems: each line is found by any of them.
const alike = new Map(["pain hurt sor ach sting", "cost pric expensiv", "saf danger dangerous risk riski", "swell swollen puffi",
  "undo undon revers", "los loss lost", "afterward aftercar downtim recoveri", "minoxidil rogain"]
  .flatMap((line) => line.split(" ").map((it, _, [first]) => [it, first])));

// Words that are several in other people's mouths, as stems.
export const several = new Map([["bald", ["hair", "los"]], ["alopecia", ["hair", "los"]]]);

// What different forms of a word have in common.
export const stem = (word) => {
  if (word.length > 2) for (const [form, instead] of endings) word = word.replace(form, instead);
  return alike.get(word) || word;
};
