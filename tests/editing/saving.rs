//! What is saved is on the screen at once.

use std::fs;

use tests::editing::Serving;
use thirtyfour::prelude::*;

use crate::{Context, FILE, LINKED, LINKED_FILE, PAGE};

pub async fn nothing_that_a_reader_has_done_is_lost(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    it.browser.run("document.querySelectorAll('.faq-accordion summary')[1].click()").await?;
    it.browser.scroll_to(300).await?;
    it.project.replace(FILE, "Stimulates dormant hair follicles.", "Wakes what sleeps.");
    it.browser.until("document.querySelector('main').innerText.includes('Wakes what sleeps.')").await?;
    it.browser.until("scrollY === 300").await?;
    let open: Vec<bool> = it
        .browser
        .value("[...document.querySelectorAll('.faq-accordion details')].map(it => it.open)")
        .await?;
    assert_eq!(open.iter().filter(|open| **open).count(), 1);
    assert!(open[1], "another question is open");
    // The question itself is asked in another way, at the address that home leads to: it stays open.
    it.project.replace(
        FILE,
        "      - question: Is microneedling painful?",
        "      - question: Does it hurt?\n        id: is-microneedling-painful",
    );
    it.browser.until("document.querySelectorAll('summary')[1].innerText.includes('Does it hurt?')").await?;
    it.browser.until("document.querySelectorAll('details')[1].open").await?;
    // So is what the head says.
    it.project.replace(FILE, "title: Hair Loss Microneedling |", "title: Other Words |");
    it.browser.until("document.title.startsWith('Other Words')").await?;
    it.is_the_same().await
}

pub async fn what_is_typed_and_where_one_types_is_kept(it: Context) -> WebDriverResult<()> {
    it.open("/book").await?;
    let field = it.browser.element("main form input[name=name]").await?;
    field.send_keys("Ada L").await?;
    it.browser.run("document.querySelector('main form textarea').value = 'in the morning'").await?;
    it.project.replace("content/book.md", "\nname: ", "\nname: Please ");
    it.browser.until("document.querySelector('h1').textContent.startsWith('Please ')").await?;
    it.browser.element("main form input[name=name]").await?.send_keys("ovelace").await?;
    let typed: Vec<String> = it
        .browser
        .value("['input[name=name]', 'textarea'].map(it => document.querySelector('main form ' + it).value)")
        .await?;
    assert_eq!(typed, ["Ada Lovelace", "in the morning"]);
    assert!(it.browser.value::<bool>("document.activeElement.name === 'name'").await?);
    it.is_the_same().await
}

pub async fn a_style_is_exchanged(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    let style = it.project.read("style/hero.css");
    for color in ["rgb(1, 2, 3)", "rgb(4, 5, 6)"] {
        it.project.save("style/hero.css", &format!("{style}\nh1 {{ color: {color} !important; }}\n"));
        it.browser
            .until(&format!("getComputedStyle(document.querySelector('h1')).color === '{color}'"))
            .await?;
    }
    it.project.save("style/hero.css", &style);
    it.browser.until("getComputedStyle(document.querySelector('h1')).color !== 'rgb(4, 5, 6)'").await?;
    it.is_the_same().await
}

pub async fn a_first_picture_comes_with_what_it_needs(it: Context) -> WebDriverResult<()> {
    it.browser.goto(it.url("/contact")).await?;
    it.browser.hydrated().await?;
    let pixels = image::RgbImage::from_pixel(720, 480, image::Rgb([160, 90, 60]));
    fs::create_dir_all(it.project.path("content/images"))?;
    fs::write(it.project.path("content/images/room.png"), drawing::png(&pixels.into()))?;
    let text = it.project.read("content/contact.md");
    let picture = "![A brown wall](/images/room.png \"The wall\")";
    it.project.save("content/contact.md", &format!("{text}\n\n{picture}\n"));
    it.browser.until("document.querySelector('main .image img')?.naturalWidth > 0").await?;
    it.browser.until("document.querySelector('dialog.large')").await?;
    it.browser.hydrated().await?;
    // Another style is exchanged, and that of pictures stays.
    let cursor = "getComputedStyle(document.querySelector('.image')).cursor === 'zoom-in'";
    it.browser.until(cursor).await?;
    let style = it.project.read("style/hero.css");
    it.project.save("style/hero.css", &format!("{style}\nh1 {{ color: rgb(1, 2, 3) !important; }}\n"));
    it.browser.until("getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'").await?;
    it.browser.until(cursor).await
}

pub async fn files_come_go_and_are_renamed(it: Context) -> WebDriverResult<()> {
    it.expect_on_the_console("404");
    it.open("/microneedling").await?;
    let text = it.project.read(FILE).replace("Hair Loss Microneedling", "Neck Microneedling");
    let card = |name: &str| {
        format!("[...document.querySelectorAll('main .cards h3')].some(it => it.textContent === '{name}')")
    };
    // A page in a folder that is there, and a new folder with a page.
    it.project.save("content/microneedling/neck.md", &text);
    it.browser.until(&card("Neck Microneedling")).await?;
    let folder = text
        .replace("Neck Microneedling", "New Things")
        .replace("Microneedling for hair loss prevention", "New things");
    it.project.save("content/new-things/index.md", &folder);
    it.browser.until("document.querySelector('#menu').textContent.includes('New Things')").await?;
    // A new name, with the old one leading on: who is there is led on as well.
    it.open("/microneedling/neck").await?;
    it.project.save(
        "content/microneedling/neck.md",
        &text.replacen("\nname:", "\naliases: [/microneedling/neck]\nname:", 1),
    );
    fs::rename(
        it.project.path("content/microneedling/neck.md"),
        it.project.path("content/microneedling/throat.md"),
    )
    .expect("renamed");
    it.browser.until("location.pathname === '/microneedling/throat'").await?;
    it.until_heading("Neck Microneedling").await?;
    // Gone, and there again.
    fs::remove_file(it.project.path("content/microneedling/throat.md")).expect("removed");
    it.until_heading("Page not found").await?;
    it.project.save("content/microneedling/throat.md", &text);
    it.until_heading("Neck Microneedling").await
}

pub async fn fifty_saves_end_at_the_last(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    let text = it.project.read(FILE);
    for n in 1..=50 {
        it.project.save(FILE, &text.replace("for hair regrowth and density", &format!("number {n}")));
        // A second is not over in one go.
        it.browser.value::<u32>("1").await?;
    }
    it.browser.until("document.querySelector('.tagline').textContent === 'number 50'").await?;
    it.until_report("").await?;
    it.is_the_same().await
}

pub async fn editors_that_write_by_renaming(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    let text = it.project.read(FILE);
    let with = |tagline: &str| text.replace("for hair regrowth and density", tagline);
    let (file, beside) = (it.project.path(FILE), it.project.path("content/microneedling/hair-loss.md~"));
    // vim: the old file becomes a backup, the new one is written, the backup goes.
    fs::rename(&file, &beside).expect("renamed");
    fs::write(&file, with("by vim")).expect("written");
    fs::remove_file(&beside).expect("removed");
    it.browser.until("document.querySelector('.tagline').textContent === 'by vim'").await?;
    // Others write beside the file, and put that in its place.
    fs::write(&beside, with("by others")).expect("written");
    fs::rename(&beside, &file).expect("renamed");
    it.browser.until("document.querySelector('.tagline').textContent === 'by others'").await?;
    let shell = it.project.path("index.html");
    let html = fs::read_to_string(&shell).expect("a file").replace("</head>", "<meta name=\"mark\"></head>");
    fs::write(it.project.path("index.new"), html).expect("written");
    it.is_the_same().await?;
    fs::rename(it.project.path("index.new"), shell).expect("renamed");
    // All pages are others by that.
    it.browser.until("document.querySelector('meta[name=mark]')").await
}

/// Trunk puts other files in the client's place: the page loads anew, as it is by now.
pub async fn a_save_while_the_client_is_exchanged(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    let js = it.project.read("target/serve/client/client.js");
    it.project.save("target/serve/client/client.js", &format!("{js}\n// Another build.\n"));
    it.project.replace(FILE, "for hair regrowth and density", "saved meanwhile");
    it.browser
        .until("!window.isTheSame && document.querySelector('.tagline')?.textContent === 'saved meanwhile'")
        .await?;
    it.browser.hydrated().await
}

pub async fn pages_visited_before_are_shown_as_they_are_now(it: Context) -> WebDriverResult<()> {
    it.open(LINKED).await?;
    it.browser.run(&format!("document.querySelector('main a[href=\"{PAGE}\"]').click()")).await?;
    it.until_heading("Hair Loss Microneedling").await?;
    // What was visited, what is shown, and what both have in common.
    it.project.replace(LINKED_FILE, "\nname: Face Microneedling", "\nname: Another Face");
    it.project.replace(FILE, "ctaText: Book Hair Loss Microneedling", "ctaText: Book it now");
    it.browser.until("document.querySelector('.booking-bar .cta').textContent === 'Book it now' ").await?;
    it.browser.run("history.back()").await?;
    it.until_heading("Another Face").await?;
    it.browser.until("document.querySelector('.booking-bar .cta').textContent !== 'Book it now'").await?;
    it.browser.run("history.forward()").await?;
    it.until_heading("Hair Loss Microneedling").await?;
    it.browser.until("document.querySelector('.booking-bar .cta').textContent === 'Book it now'").await?;
    it.is_the_same().await
}

pub async fn a_server_that_begins_anew(it: Context) -> WebDriverResult<()> {
    // Engines say in their own words that the stream has ended.
    for words in ["/_serve/events", "ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING"] {
        it.expect_on_the_console(words);
    }
    it.open(PAGE).await?;
    let port = it.serving().take().map(|serving| serving.port()).unwrap_or_default();
    it.project.replace(FILE, "for hair regrowth and density", "saved meanwhile");
    *it.serving() = Some(Serving::start(&it.project, port).expect("the server starts again"));
    it.browser.until("document.querySelector('.tagline').textContent === 'saved meanwhile'").await?;
    it.is_the_same().await
}

/// As version control does: the folder itself is another one.
pub async fn a_content_folder_that_is_exchanged(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    let [folder, aside] = ["content", "aside"].map(|it_is| it.project.path(it_is));
    fs::rename(&folder, &aside).expect("renamed");
    it.until_report("content").await?;
    fs::rename(&aside, &folder).expect("renamed");
    it.until_report("").await?;
    it.project.replace(FILE, "for hair regrowth and density", "saved later");
    it.browser.until("document.querySelector('.tagline').textContent === 'saved later'").await
}

/// The answer to what was saved comes when another page is shown.
pub async fn a_link_that_is_followed_during_an_update(it: Context) -> WebDriverResult<()> {
    it.open(PAGE).await?;
    // The first answer is held.
    it.browser
        .run(
            "const real = window.fetch;
             window.fetch = (...request) => {
                 window.fetch = real;
                 return real(...request).then(answer => new Promise(go => { window.release = () => go(answer); }));
             };",
        )
        .await?;
    it.project.replace(FILE, "for hair regrowth and density", "saved meanwhile");
    it.browser.until("window.release").await?;
    it.browser.run(&format!("document.querySelector('main a[href=\"{LINKED}\"]').click()")).await?;
    it.until_heading("Face Microneedling").await?;
    it.browser
        .run(
            "window.headings = new Set();
             const look = () => headings.add(document.querySelector('h1')?.textContent);
             new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
             window.release();",
        )
        .await?;
    it.project.replace(LINKED_FILE, "\nname: Face Microneedling", "\nname: Another Face");
    it.until_heading("Another Face").await?;
    assert!(
        !it.browser.value::<bool>("headings.has('Hair Loss Microneedling')").await?,
        "the other page was shown"
    );
    it.browser.run("history.back()").await?;
    it.browser.until("document.querySelector('.tagline')?.textContent === 'saved meanwhile'").await?;
    it.is_the_same().await
}
