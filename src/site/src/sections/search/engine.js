// The index of a site's records, and a query: no page, no network.
import MiniSearch from "minisearch";
import { several, silent, stem } from "./english.js";

// How many characters of a query are looked at.
export const LONGEST = 200;

// How many letters of a word may be wrong: none in short words, two in long ones. Where that finds
// nothing, more may be.
const wrong = (word) => word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
const wronger = (word) => word.length < 5 ? 1 : 2;

// What finds a page or a question, by how much it says about it: `page` is what a question's page
// is called, `words` are those of a page's text, where any word may stand.
const FIELDS = { title: 4, keywords: 3, page: 2, about: 1.5, text: 1, words: 0.2 };

// Results that say so little beside the best one are not meant, but for the first few.
const LEAST = 0.12, FIRST = 3;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’ʼ]/g, "'");

// Words, with where they stand. “don't” is one word, and so is “make-up”. Accents may be letters of
// their own.
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ-][\p{L}\p{N}\p{M}]+)*/gu;

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

// The letters of a word as bits, and how many bits there are: a step changes two at most, which
// is told much faster than the steps.
const letters = (word) => [...word].reduce((bits, it) => bits | 1 << it.charCodeAt(), 0);
const count = (bits) => {
  let all = 0;
  for (; bits; bits &= bits - 1) all++;
  return all;
};

// The stems of a name.
const called = (all) => [...new Set(all.map(stem))].sort().join(" ");

// Records as the build makes them: `[route, name, tagline, description, headings, keywords,
// questions, words of the text]` for each page. Throws where they are something else.
export function engine(records) {
  const entries = [];
  for (const [route, name, tagline, description, headings, keywords, questions, text] of records) {
    // What stands for a list of texts and is one text would do until somebody asks.
    if (!Array.isArray(headings) || [route, name, tagline, description, text, ...headings, ...keywords, ...questions.flat()]
      .some((it) => typeof it !== "string")) throw records;
    entries.push({ id: entries.length, href: route, title: name, below: description,
      about: [tagline, description, ...headings].join(" "), keywords: keywords.join(" "), words: text,
      name: called(words(name).flatMap(parts)) });
    const page = [name, ...keywords].join(" ");
    for (const [id, question, answer] of questions) {
      entries.push({ id: entries.length, href: route + "#" + id, title: question, below: name, text: answer, page });
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
  const near = (word, most) => {
    const bits = letters(word);
    return most < 1 ? [] : [...known.keys()]
      .filter((it) => Math.abs(it.length - word.length) <= most && count(letters(it) ^ bits) <= 2 * most)
      .map((it) => [it, distance(word, it)]).filter(([, by]) => by <= most).sort(([, a], [, b]) => a - b);
  };

  // The words that occur and begin with what is typed last: their stems may not.
  const begun = (word, last) => word !== last || word.length < 3 ? []
    : [...known.keys()].filter((it) => it.startsWith(word)).map((it) => [it, 1]);

  // A word that is two here: “hairloss”. Short ones are that by accident: “office” is no ice.
  const apart = (word) => {
    if (word.length < 8 || stems.has(stem(word))) return word;
    for (let at = 3; at < word.length - 2; at++) {
      const both = [word.slice(0, at), word.slice(at)];
      if (both.every((it) => known.has(it) && !silent.has(it))) return both;
    }
    return word;
  };

  // What words find, the best first, where so many letters of a word (`most`) may be wrong.
  function find(asked, joined, most) {
    const last = asked.at(-1), name = called(asked);
    const queries = [...asked, ...joined].map((word) => ({
      combineWith: "OR",
      queries: [
        // What is typed last may be half of a word; one or two letters begin too many of them, so
        // they are names then.
        ...word === last && word.length < 3 ? [{ queries: [word], prefix: true, fields: ["title", "keywords"] }] : [],
        { queries: [stem(word)], prefix: word.length > 2 },
        ...several.has(stem(word)) ? [{ combineWith: "AND", queries: several.get(stem(word)) }] : [],
        // Who writes a word that occurs means it.
        ...stems.has(stem(word)) ? [] : [...begun(word, last), ...near(word, most(word))]
          .map(([it, by]) => ({ queries: [known.get(it)], boostDocument: () => 0.6 / by })),
      ],
    }));
    const found = index.search({ combineWith: "OR", queries });
    for (const it of found) {
      const named = Object.values(it.match).every((fields) => fields.some((field) => field === "title" || field === "keywords"));
      // Its name is meant: the page comes before its questions.
      if (!entries[it.id].page && named && it.queryTerms.length >= asked.length) it.score *= 2;
      if (entries[it.id].name === name) it.score *= 2;
    }
    found.sort((a, b) => b.score - a.score);
    return found.filter((it, at) => at < FIRST || it.score >= found[0].score * LEAST);
  }

  return {
    // How many entries a query finds, and the first of them, the best first, each with the stems
    // that matched.
    search(query, most) {
      const all = words(query.slice(0, LONGEST)).flatMap(parts).flatMap(apart);
      // Two words that are one here: “micro needling”.
      const joined = all.slice(1).map((word, at) => all[at] + word).filter((it) => stems.has(stem(it)));
      const said = all.filter((word) => !silent.has(word));
      const asked = [...new Set(said[0] ? said : all)];
      if (!asked[0]) return { count: 0, first: [] };
      const found = find(asked, joined, wrong);
      const results = found[0] ? found : find(asked, joined, wronger);
      const first = results.slice(0, most).map(({ id, terms }) => ({ ...entries[id], stems: new Set(terms) }));
      return { count: results.length, first };
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
