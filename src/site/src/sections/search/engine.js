// The index of a site's records, and a query: no page, no network.
import MiniSearch from "minisearch";
import { silent, stem } from "./english.js";

// How many characters of a query are looked at.
const LONGEST = 200;

// A word that has one of these letters wrong is still the same: none in short words, two in long
// ones.
const wrong = (word) => word.length < 4 ? 0 : word.length < 6 ? 1 : 2;

// What finds a page or question, by how much it says about it.
const FIELDS = { title: 4, keywords: 3, about: 1.5, text: 1, page: 1 };

// Results that say so little beside the best one are not meant.
const LEAST = 0.12;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’ʼ]/g, "'");

// Words, with where they stand. “don't” is one word, and so is “make-up”.
const WORD = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu;

// The words by which a word is found: its parts, and the whole that they make.
const parts = (word) => {
  const all = plain(word).replace(/'/g, "").split("-");
  return [...new Set(all[1] ? [...all, all.join("")] : all)].filter(Boolean);
};
const words = (text) => text.match(WORD) || [];

// Steps from one word to another: letters put in, left out, changed, or swapped with the next.
function distance(a, b) {
  let last, row = [...b, 0].map((_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (last && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    [last, row] = [row, next];
  }
  return row[b.length];
}

// Records as the build makes them: `[route, name, tagline, description, headings, keywords,
// questions]` for each page. Throws where they are something else.
export function engine(records) {
  const entries = [];
  for (const [route, name, tagline, description, headings, keywords, questions] of records) {
    entries.push({ id: entries.length, href: route, title: name, below: description,
      about: [tagline, description, ...headings].join(" "), keywords: keywords.join(" ") });
    const page = [name, ...keywords].join(" ");
    for (const [id, question, answer] of questions) {
      entries.push({ id: entries.length, href: route + "#" + id, title: question, below: name, text: answer, page, of: entries.length });
    }
  }
  if (!entries[0]) throw records;

  // Every word that occurs with its stem, and all stems.
  const known = new Map(), stems = new Set();
  const index = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: (text) => words(text).flatMap(parts).map((word) => {
      if (!known.has(word)) stems.add(known.set(word, stem(word)).get(word));
      return known.get(word);
    }),
    processTerm: (term) => term,
    // A query comes as stems.
    searchOptions: { tokenize: (stem) => [stem], boost: FIELDS },
  });
  index.addAll(entries);

  // The words that occur and are at most so far from a word, the nearest first.
  const near = (word, most) => most < 1 ? [] : [...known.keys()]
    .filter((it) => Math.abs(it.length - word.length) <= most)
    .map((it) => [it, distance(word, it)]).filter(([, by]) => by <= most).sort(([, a], [, b]) => a - b);

  return {
    // The entries that a query finds, the best first, each with the stems that matched.
    search(query) {
      const all = words(query.slice(0, LONGEST)).flatMap(parts);
      // Two words that are one here: “micro needling”.
      const joined = all.slice(1).map((word, at) => all[at] + word).filter((it) => stems.has(stem(it)));
      const said = all.filter((word) => !silent.has(word));
      const asked = [...new Set(said[0] ? said : all)];
      if (!asked[0]) return [];
      const last = asked.at(-1);
      const queries = [...asked, ...joined].map((word) => ({
        combineWith: "OR",
        queries: [
          // What is typed last may be half of a word.
          { queries: [stem(word)], prefix: word.length > 2 || word === last },
          // Who writes a word that occurs means it.
          ...stems.has(stem(word)) ? [] : near(word, wrong(word))
            .map(([it, by]) => ({ queries: [known.get(it)], boostDocument: () => 0.6 / by })),
        ],
      }));
      const found = index.search({ combineWith: "OR", queries });
      const results = found.map((it) => {
        const entry = entries[it.id];
        const named = Object.values(it.match).every((fields) => fields.some((field) => field === "title" || field === "keywords"));
        // Its name is meant: the page comes before its questions.
        const score = it.score * (!entry.of && named && it.queryTerms.length >= asked.length ? 2 : 1);
        return { ...entry, score, stems: new Set(it.terms) };
      }).sort((a, b) => b.score - a.score);
      return results.filter((it) => it.score >= results[0].score * LEAST);
    },

    // The nearest words that occur, for a query that finds nothing.
    nearest(query) {
      const word = words(query.slice(0, LONGEST)).flatMap(parts).sort((a, b) => b.length - a.length)[0] || "";
      return near(word, word.length / 2).slice(0, 3).map(([it]) => it);
    },
  };
}

// A text in pieces, each with whether one of these stems is in it.
export function pieces(text, found) {
  const all = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!parts(word).some((it) => found.has(stem(it)))) continue;
    all.push([text.slice(end, index), false], [word, true]);
    end = index + word.length;
  }
  return [...all, [text.slice(end), false]].filter(([it]) => it);
}
