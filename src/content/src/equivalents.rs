//! Keys of other systems (Hugo, Jekyll, Eleventy, Astro, WordPress exports), and
//! what to write instead of them here.

/// What stands here for a key of another system.
#[derive(Debug)]
pub struct Equivalent {
    /// The key here, where there is one.
    pub key: Option<&'static str>,
    /// Whether its value can stay as it is.
    pub same_value: bool,
    /// Further words of the help.
    pub words: &'static str,
}

/// A key that a page or `site.yaml` must know for the table to be about it, the
/// others' names for something, and what stands for it.
type Row = (&'static str, &'static [&'static str], Equivalent);

const fn same(key: &'static str, words: &'static str) -> Equivalent {
    Equivalent { key: Some(key), same_value: true, words }
}

const fn other(key: &'static str, words: &'static str) -> Equivalent {
    Equivalent { key: Some(key), same_value: false, words }
}

const fn none(words: &'static str) -> Equivalent {
    Equivalent { key: None, same_value: false, words }
}

const PAGE: &str = "metaDescription";
const SITE: &str = "booking";

const TABLE: &[Row] = &[
    (
        PAGE,
        &["published", "publish", "ispublished", "visible", "live", "public", "status"],
        other("draft", ": a page is published unless it says `draft: true`"),
    ),
    (PAGE, &["description", "seodescription", "metadesc", "ogdescription"], same(PAGE, "")),
    (PAGE, &["summary", "excerpt", "teaser", "abstract", "carddescription"], same("shortDescription", "")),
    (PAGE, &["seotitle", "metatitle", "pagetitle", "browsertitle", "ogtitle"], same("title", "")),
    (PAGE, &["heading", "headline", "h1", "linktitle", "navtitle", "label"], same("name", "")),
    (PAGE, &["subtitle", "subheading", "subheadline", "slogan", "claim"], same("tagline", "")),
    (
        PAGE,
        &["slug", "permalink", "url", "uri", "route", "address", "link"],
        other("path", " if the address is not the file's place: `path: /offers/glow`"),
    ),
    (
        PAGE,
        &["redirectfrom", "redirectsfrom", "redirects", "alias", "oldurl", "oldurls"],
        other("aliases", ", a list of older addresses: `aliases: [/old/address]`"),
    ),
    (
        PAGE,
        &[
            "date",
            "lastmod",
            "lastmodified",
            "lastupdated",
            "modified",
            "datemodified",
            "updatedat",
            "publishdate",
            "publishedat",
            "datepublished",
            "pubdate",
            "created",
            "createdat",
            "updateddate",
        ],
        other("updated", " for the day that the page shows at its foot: `updated: 2026-03-04`"),
    ),
    (
        PAGE,
        &[
            "order",
            "position",
            "sort",
            "sortorder",
            "navorder",
            "menuorder",
            "sidebarposition",
            "priority",
            "rank",
        ],
        other("weight", ", a number: pages with a smaller one come first"),
    ),
    (
        PAGE,
        &["hidden", "noindex", "robots", "sitemap", "private", "exclude", "unpublished", "nofollow"],
        other("unlisted", ": `unlisted: true` takes a page out of menus, lists and search engines"),
    ),
    (PAGE, &["cta", "button", "buttontext", "ctalabel", "buttonlabel"], same("ctaText", "")),
    (PAGE, &["faqs", "questions"], same("faq", "")),
    (
        PAGE,
        &["blocks", "components", "modules"],
        other("sections", ", a list of parts that each have a `type`"),
    ),
    (PAGE, &["layout", "template", "theme", "type", "kind"], none("every page has the same layout")),
    (
        PAGE,
        &["tags", "tag", "categories", "category", "taxonomies", "topics", "parent", "section"],
        none("folders group the pages"),
    ),
    (
        PAGE,
        &["menu", "menus", "nav", "navigation", "eleventynavigation"],
        none("the menu is made of the folders"),
    ),
    (PAGE, &["keywords", "keyword", "synonyms", "searchterms"], same("keywords", "")),
    (PAGE, &["author", "authors", "by", "creator"], none("a page shows no author")),
    (
        PAGE,
        &[
            "featuredimage",
            "thumbnail",
            "cover",
            "coverimage",
            "banner",
            "hero",
            "heroimage",
            "photo",
            "picture",
        ],
        other("image", ", a group of `src` (the picture's path) and `alt` (its words)"),
    ),
    (
        PAGE,
        &["beforeafter", "beforeandafter", "results", "pairs", "gallery", "images", "photos", "slides"],
        other(
            "heroImages",
            ", a list of groups with `before` and `after`; other pictures go into a section `image-gallery`",
        ),
    ),
    (PAGE, &["ogimage", "icon", "socialimage"], none("what shared links show is made of the page's name")),
    (
        PAGE,
        &["canonical", "canonicalurl", "lang", "language", "locale"],
        none("the build writes this by itself"),
    ),
    (PAGE, &["content", "body", "text", "markdown"], none("the text stands below the closing `---`")),
    (PAGE, &["toc", "comments", "math", "readingtime", "id", "uuid", "uid"], none("nothing here reads it")),
    (SITE, &["title", "sitename", "sitetitle", "businessname", "company"], same("name", "")),
    (SITE, &["baseurl", "siteurl", "domain", "host", "website", "canonicalurl"], same("url", "")),
    (SITE, &["mail", "contact", "contactemail"], same("email", "")),
    (
        SITE,
        &[
            "phone",
            "telephone",
            "tel",
            "address",
            "street",
            "city",
            "hours",
            "openinghours",
            "locations",
            "location",
        ],
        other(
            "places",
            ", a list of places that each have `name`, `street`, `city`, `region`, `phone`, `hours`",
        ),
    ),
    (
        SITE,
        &["menu", "menus", "nav", "links"],
        other("navigation", " with `header` and `footer`, two lists of addresses"),
    ),
    (SITE, &["socials", "socialmedia", "sameas"], other("social", ", a list of `name` and `url`")),
    (
        SITE,
        &[
            "logo",
            "favicon",
            "theme",
            "lang",
            "language",
            "locale",
            "description",
            "author",
            "analytics",
            "copyright",
        ],
        none("nothing here reads it"),
    ),
];

/// The row of a key, where the keys that are `known` here are a page's or `site.yaml`'s.
pub fn find(key: &str, known: &[&str]) -> Option<&'static Equivalent> {
    let name: String = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let row = TABLE.iter().find(|(of, names, _)| known.contains(of) && names.contains(&&*name))?;
    Some(&row.2)
}
