//! What a page says to machines: one JSON-LD graph in the words of schema.org.
//!
//! Only what the content knows is in it; of questions, those that the page shows.

use serde_json::{Map, Value, json};

use crate::{Business, Page, Place, sections::faq_accordion::Question};

/// The graph as it stands in a `<script>`; `picture` is the address of the page's.
pub(super) fn graph(business: &Business, page: &Page, picture: &str) -> String {
    let address = business.address(&page.route);
    let mut nodes = vec![clinic(business), website(business), web_page(business, page, &address, picture)];
    if is_procedure(page) {
        nodes.push(json!({
            "@type": "MedicalProcedure",
            "@id": format!("{address}#procedure"),
            "name": page.name,
            "description": page.short_description,
            "url": address,
        }));
    }
    if !page.breadcrumbs.is_empty() {
        nodes.push(breadcrumbs(business, page, &address));
    }
    let questions: Vec<_> = page.questions().map(question).collect();
    if !questions.is_empty() {
        nodes.push(json!({
            "@type": "FAQPage",
            "@id": format!("{address}#faq"),
            "url": address,
            "isPartOf": { "@id": format!("{address}#page") },
            "mainEntity": questions,
        }));
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": nodes });
    // `</script>` would end the script that the graph stands in, `<!--` change how it
    // is read (HTML standard, 4.12.1.3).
    graph.to_string().replace('<', "\\u003c")
}

/// A page about one treatment, not about all those of a folder.
fn is_procedure(page: &Page) -> bool {
    page.is_treatment && page.cards.is_empty()
}

fn business_id(business: &Business) -> String {
    format!("{}#business", business.address("/"))
}

fn website_id(business: &Business) -> String {
    format!("{}#website", business.address("/"))
}

fn clinic(business: &Business) -> Value {
    let mut clinic = json!({
        "@type": "MedicalClinic",
        "@id": business_id(business),
        "name": business.name,
        "url": business.address("/"),
        "email": business.email,
    });
    if !business.social.is_empty() {
        clinic["sameAs"] = business.social.iter().map(|link| &*link.href).collect();
    }
    match &*business.places {
        [] => {}
        [only] => {
            if let (Value::Object(clinic), Value::Object(known)) = (&mut clinic, place(only)) {
                clinic.extend(known);
            }
        }
        several => {
            clinic["address"] = several.iter().map(postal_address).collect();
            clinic["location"] = several
                .iter()
                .map(|one| {
                    let mut known = place(one);
                    known["@type"] = "MedicalClinic".into();
                    known["name"] = format!("{}, {}", business.name, one.name).into();
                    known["parentOrganization"] = json!({ "@id": business_id(business) });
                    known
                })
                .collect();
        }
    }
    clinic
}

/// What is known of a place, without its type.
fn place(place: &Place) -> Value {
    let mut known = json!({ "address": postal_address(place) });
    if let Some(phone) = place.tel() {
        known["telephone"] = phone.into();
    }
    if !place.hours.is_empty() {
        known["openingHoursSpecification"] = place
            .hours
            .iter()
            .map(|hours| {
                let days: Vec<_> = hours.days.iter().map(|day| format!("https://schema.org/{day}")).collect();
                json!({
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": days,
                    "opens": hours.opens,
                    "closes": hours.closes,
                })
            })
            .collect();
    }
    known
}

fn postal_address(place: &Place) -> Value {
    let mut address = Map::new();
    let mut set = |key: &str, value: Option<&String>| {
        address.extend(value.map(|value| (key.to_owned(), json!(value))));
    };
    set("streetAddress", place.street.as_ref());
    set("addressLocality", Some(&place.city));
    set("addressRegion", Some(&place.region));
    set("postalCode", place.postal_code.as_ref());
    address.insert("@type".to_owned(), "PostalAddress".into());
    Value::Object(address)
}

fn website(business: &Business) -> Value {
    json!({
        "@type": "WebSite",
        "@id": website_id(business),
        "name": business.name,
        "url": business.address("/"),
        "inLanguage": "en-US",
        "publisher": { "@id": business_id(business) },
    })
}

fn web_page(business: &Business, page: &Page, address: &str, picture: &str) -> Value {
    let mut web_page = json!({
        "@type": if page.is_treatment { "MedicalWebPage" } else { "WebPage" },
        "@id": format!("{address}#page"),
        "name": page.title,
        "description": page.meta_description,
        "url": address,
        "inLanguage": "en-US",
        "isPartOf": { "@id": website_id(business) },
        "image": picture,
    });
    if is_procedure(page) {
        web_page["about"] = json!({ "@id": format!("{address}#procedure") });
        web_page["mainEntity"] = web_page["about"].clone();
    } else {
        web_page["about"] = json!({ "@id": business_id(business) });
    }
    if !page.breadcrumbs.is_empty() {
        web_page["breadcrumb"] = json!({ "@id": format!("{address}#breadcrumbs") });
    }
    if let Some(updated) = &page.updated {
        web_page["dateModified"] = json!(updated.iso);
    }
    web_page
}

fn breadcrumbs(business: &Business, page: &Page, address: &str) -> Value {
    let above = page.breadcrumbs.iter().map(|link| (&*link.name, business.address(&link.href)));
    let all = above.chain([(&*page.name, address.to_owned())]);
    let items: Vec<_> = all
        .zip(1..)
        .map(|((name, address), position)| {
            json!({ "@type": "ListItem", "position": position, "name": name, "item": address })
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "@id": format!("{address}#breadcrumbs"), "itemListElement": items })
}

fn question(question: &Question) -> Value {
    json!({
        "@type": "Question",
        "name": question.question,
        "acceptedAnswer": { "@type": "Answer", "text": question.answer.text() },
    })
}
