//! Every page of the site.

use tests::{
    lighthouse::{TEMPLATES, lighthouse},
    routes,
};
use thirtyfour::prelude::*;

use crate::{Context, layout::SHIFTS};

pub async fn every_route_loads_in_silence_and_answers_a_click(at: Context) -> WebDriverResult<()> {
    for route in routes() {
        at.open_hydrated(&route).await?;
        assert_eq!(at.browser.find_all(By::Css("h1")).await?.len(), 1, "{route}: one h1");
        at.browser.execute("window.sameDocument = true", vec![]).await?;
        let own = at.browser.find(By::Css("meta[name=route]")).await?.attr("content").await?;
        assert_eq!(own.as_deref(), Some(&*route), "the prerendered file is the route's");
        let away = if route == "/" { ".cards a" } else { ".brand" };
        at.browser.element(away).await?.click().await?;
        at.browser.until(&format!("location.pathname.replace(/(.)\\/$/, '$1') !== '{route}'")).await?;
        at.browser.until("window.sameDocument").await?;
    }
    Ok(())
}

pub async fn nothing_moves_while_loading(at: Context) -> WebDriverResult<()> {
    for route in routes() {
        at.open_hydrated(&route).await?;
        let moved: Vec<String> = at.browser.execute_async(SHIFTS, vec![]).await?.convert()?;
        assert_eq!(moved, [""; 0], "{route}: cumulative layout shift");
    }
    Ok(())
}

pub async fn lighthouse_finds_nothing(at: Context) -> WebDriverResult<()> {
    for path in TEMPLATES {
        let verdict = lighthouse(&at.server.url(path), &["accessibility", "best-practices", "seo"]);
        let verdict = verdict.expect("Lighthouse runs");
        for (category, score) in &verdict.scores {
            assert_eq!(*score, 100.0, "{path} {category}: {:#?}", verdict.complaints);
        }
    }
    at.server.forget_answered(); // It asks for files that a site may have.
    Ok(())
}
