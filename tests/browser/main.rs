//! Behaviour in three real browser engines, against the built `dist/`.
//!
//! Each test has a server and a browser of its own, and fails on any
//! console message and any failed request that it did not ask for. What a failed
//! test saw is kept in `target/browser-tests/`.

mod accessibility;
mod accordion;
mod booking;
mod case;
mod contents;
mod context;
mod exceptions;
mod fetching;
mod history;
mod images;
mod interference;
mod layout;
mod menu;
mod movement;
mod pages;
mod requirements;
mod resilience;
mod routing;
mod run;
mod search;

use std::{process::ExitCode, sync::Arc};

use case::{Case, case};
use libtest_mimic::{Arguments, Trial};
use tests::{
    engine::{Engine, Stage},
    process,
    server::{self, Fault},
};
use tokio::runtime::Runtime;

/// Every test that says something of the host that the pages come from.
fn cases_of_this_host() -> Vec<Case> {
    let all = server::is_plain();
    cases().into_iter().filter(|case| all || !exceptions::is_of_any_host(case)).collect()
}

/// Every test. Those that prove a requirement of the accordion (A) or of routing
/// (R) name it; `requirements.rs` says what it is.
fn cases() -> Vec<Case> {
    let fetched = routing_cases().into_iter().map(|case| case.on("fetched")).collect();
    let all = [
        page_cases(),
        accordion_cases(),
        routing_cases(),
        fetched,
        fetching_cases(),
        resilience_cases(),
        interference_cases(),
        image_cases(),
        search_cases(),
    ];
    let mut cases: Vec<_> = all.into_iter().flatten().collect();
    // The longest first, so that others run beside it.
    cases.sort_by_key(|case| !case.name.starts_with("accessibility"));
    cases
}

/// Pages as they are, and what is on them beside the accordion.
fn page_cases() -> Vec<Case> {
    vec![
        case!(accessibility::nothing_is_found_on_any_page).with_reduced_motion(),
        case!(accessibility::nothing_is_found_in_any_section).with_reduced_motion().on("form"),
        case!(booking::the_form_knows_the_treatment),
        case!(booking::a_link_on_the_page_itself_chooses_too),
        case!(booking::the_form_becomes_an_e_mail),
        case!(booking::the_form_says_what_to_write_without_scripts).without_scripts(),
        case!(booking::what_is_typed_is_kept_for_each_entry),
        case!(booking::the_form_is_posted_and_answered).on("form"),
        case!(booking::buttons_lead_elsewhere).on("elsewhere"),
        case!(menu::opens_and_closes_by_keyboard),
        case!(menu::closes_after_a_navigation),
        case!(menu::works_by_touch),
        case!(menu::works_without_scripts).without_scripts(),
        case!(menu::is_a_row_where_there_is_room),
        case!(pages::every_route_loads_in_silence_and_answers_a_click),
        case!(pages::the_graph_says_what_the_page_shows),
        case!(pages::hostile_text_stays_text).on("hostile"),
        case!(pages::a_page_for_plain_hosts_says_its_policy_and_is_at_its_older_addresses)
            .on("plain")
            .with(Fault::NoPolicy),
        case!(pages::nothing_moves_while_loading).with(Fault::HtmlTrickles),
        case!(contents::what_is_being_read_is_marked),
        case!(contents::are_marked_before_anybody_scrolls),
        case!(contents::lead_to_their_parts),
        case!(contents::lead_to_their_parts).without_scripts(),
        case!(contents::stand_aside_where_there_is_no_room),
        case!(layout::the_typeface_moves_nothing),
        case!(layout::the_typeface_moves_nothing).with(Fault::TypefaceLate(layout::LATE)),
        case!(layout::a_typeface_that_would_move_something_waits),
        case!(layout::a_missing_typeface_moves_nothing).with(Fault::TypefaceMissing),
        case!(layout::templates_fit_every_width),
        case!(layout::cards_fill_their_rows),
        case!(layout::templates_fit_text_of_twice_the_size),
        case!(layout::every_section_fits_every_width).on("form"),
    ]
}

/// What the search does.
fn search_cases() -> Vec<Case> {
    vec![
        case!(search::nothing_of_it_is_asked_for_before_it_is_opened),
        case!(search::typing_finds_and_the_address_follows),
        case!(search::a_result_opens_its_question_and_back_leads_to_it),
        case!(search::an_address_has_its_results),
        case!(search::back_to_a_place_on_the_page_has_its_query),
        case!(search::all_of_it_works_by_keyboard),
        case!(search::the_key_finds_the_link_in_a_closed_menu),
        case!(search::the_key_finds_the_field_below_an_open_menu),
        case!(search::without_scripts_everything_is_listed).without_scripts(),
        case!(search::records::what_is_typed_before_the_records_come_is_found),
        case!(search::records::late_records_move_nothing),
        case!(search::records::records_that_do_not_come_are_not_waited_for),
        case!(search::records::missing_records_leave_the_list),
        case!(search::records::damaged_records_leave_the_list),
        case!(search::records::a_missing_script_leaves_the_list),
        case!(search::hostile_queries_do_nothing),
        case!(search::what_is_not_found_is_said_with_the_nearest_words),
        case!(search::another_build_has_its_own),
        case!(search::visitors_find_what_they_mean),
    ]
}

/// What the accordion promises.
fn accordion_cases() -> Vec<Case> {
    vec![
        case!(accordion::every_answer_is_there_and_opens_without_scripts).without_scripts().proves("A1"),
        case!(accordion::opens_and_closes_by_keyboard).proves("A2"),
        case!(accordion::questions_are_headings_named_as_they_are_written).proves("A3"),
        case!(accordion::an_address_opens_its_question_on_every_way_of_arriving).proves("A4"),
        case!(accordion::an_address_opens_its_question_without_scripts).without_scripts().proves("A4"),
        case!(accordion::several_are_open_at_once_and_all_by_one_button).proves("A5"),
        case!(accordion::words_of_an_answer_in_the_address_open_it).proves("A6"),
        case!(accordion::print_has_every_answer_and_the_screen_stays).proves("A7"),
        case!(accordion::print_opens_answers_where_style_alone_cannot),
        case!(accordion::what_is_open_before_the_client_arrives_stays_open)
            .with(Fault::WasmHeld)
            .proves("A8"),
        case!(accordion::nothing_moves_where_less_motion_is_wanted).with_reduced_motion().proves("A9"),
        case!(accordion::motion_is_short).proves("A9"),
        case!(accordion::what_is_open_is_kept_over_reload_and_back).proves("A10"),
        case!(accordion::forbidden_storage_breaks_nothing)
            .with(Fault::Script(accordion::NO_STORAGE))
            .proves("A10"),
        case!(accordion::each_question_s_link_can_be_copied).proves("A11"),
        case!(accordion::each_question_s_link_is_a_link_without_scripts).without_scripts().proves("A11"),
        case!(accordion::two_hundred_questions_open_and_are_remembered).on("form").proves("A12"),
    ]
}

/// What the router promises, for pages that are in the `.wasm` as for those that are
/// fetched.
fn routing_cases() -> Vec<Case> {
    vec![
        case!(routing::the_next_stop_is_below_the_new_heading).proves("R1"),
        case!(routing::each_page_is_announced_once).proves("R2"),
        case!(routing::ten_rapid_navigations_end_at_the_last).proves("R3"),
        case!(routing::each_page_brings_its_own_head).proves("R4"),
        case!(routing::the_menu_marks_one_page_as_the_current_one).proves("R5"),
        case!(routing::a_link_to_another_site_is_never_the_current_one).proves("R5"),
        case!(routing::the_scroll_position_comes_back).proves("R6"),
        case!(routing::the_scroll_position_comes_back_to_an_address_with_a_fragment).proves("R6"),
        case!(routing::the_skip_link_is_the_first_stop).with(Fault::WasmHeld).proves("R7"),
        case!(routing::clicks_that_belong_to_the_browser_are_left_to_it).proves("R8"),
        case!(routing::a_click_with_a_modifier_opens_another_window).proves("R8"),
        case!(routing::a_missing_page_is_a_page_load).proves("R9"),
        case!(movement::no_view_transition_where_less_is_wanted).with_reduced_motion().proves("R10"),
        case!(movement::a_card_s_drawing_becomes_the_page_s).proves("R10"),
        case!(routing::what_has_focus_is_never_hidden).proves("R11"),
        case!(routing::a_link_is_followed_without_a_page_load_and_back),
        case!(routing::history_is_right_after_going_back_and_forward),
        case!(routing::every_form_of_an_address_is_understood),
        case!(routing::links_work_without_scripts).without_scripts(),
        case!(history::a_refused_entry_is_a_page_load),
        case!(history::back_before_the_client_arrives_shows_the_page_of_the_address)
            .with(Fault::Script(history::CLIENT_MAY_BE_MISSING)),
        case!(history::what_others_keep_in_the_state_stays),
        case!(history::a_fragment_never_loads),
    ]
}

/// How pages come that are not in the `.wasm`.
fn fetching_cases() -> Vec<Case> {
    vec![
        case!(fetching::a_page_is_fetched_once_and_kept).on("fetched"),
        case!(fetching::what_was_visited_works_offline).on("fetched"),
        case!(fetching::a_late_answer_changes_nothing).on("fetched"),
        case!(fetching::nothing_moves_while_back_waits).on("fetched"),
        case!(fetching::what_is_no_page_of_this_build_is_a_page_load).on("fetched"),
        case!(fetching::a_page_of_a_newer_build_is_a_page_load).on("fetched"),
        case!(fetching::a_page_that_does_not_come_is_told).on("fetched"),
        case!(fetching::resting_on_a_link_fetches_its_page_once).on("fetched"),
        case!(fetching::nothing_is_fetched_early_where_data_is_spared)
            .on("fetched")
            .with(Fault::Script(fetching::SAVE_DATA)),
    ]
}

/// What works when something does not.
fn resilience_cases() -> Vec<Case> {
    vec![
        case!(resilience::all_works_while_the_wasm_is_on_its_way).with(Fault::WasmHeld),
        case!(resilience::all_works_when_the_wasm_is_missing).with(Fault::WasmMissing).proves("R9"),
        case!(resilience::all_works_when_the_wasm_is_truncated).with(Fault::WasmTruncated).proves("R9"),
        case!(resilience::all_works_when_the_wasm_is_blocked).with(Fault::WasmBlocked).proves("R9"),
        case!(resilience::the_client_starts_when_the_wasm_is_called_something_else)
            .with(Fault::WasmOfWrongType),
        case!(resilience::the_wasm_is_fetched_once_after_the_first_paint),
        case!(resilience::a_page_open_during_a_deploy_goes_on_working),
        case!(resilience::a_page_loaded_before_a_deploy_goes_on_as_plain_html).with(Fault::WasmHeld),
    ]
}

/// What extensions, translators and proxies do to a page.
fn interference_cases() -> Vec<Case> {
    vec![
        case!(interference::what_is_put_in_or_taken_out_before_the_client_arrives)
            .with(Fault::Script(interference::EARLY)),
        case!(interference::what_cannot_be_taken_over_goes_on_as_plain_html)
            .with(Fault::Script(interference::EARLY)),
        case!(interference::a_page_that_a_proxy_has_rewritten_is_taken_over).with(Fault::HtmlRewritten),
        case!(interference::what_is_made_anew_later_is_taken_over_or_loaded),
        case!(interference::the_booking_bar_says_what_the_page_says),
        case!(interference::the_head_belongs_to_others_too),
        case!(interference::a_question_with_something_of_others_is_remembered),
        case!(interference::storage_belongs_to_others_too),
        case!(interference::what_is_remembered_has_an_end),
    ]
}

/// Pictures: compared, large, late, missing, and where there are none.
fn image_cases() -> Vec<Case> {
    let cases = vec![
        case!(accessibility::nothing_is_found_beside_pictures).with_reduced_motion(),
        case!(images::pages_without_pictures_ask_for_nothing),
        case!(images::the_router_brings_what_pictures_need_once),
        case!(images::a_pair_is_compared_by_keyboard),
        case!(images::a_pair_is_compared_by_pointer),
        case!(images::a_pair_is_compared_by_touch),
        case!(images::every_pair_is_there_without_scripts).without_scripts(),
        case!(images::print_has_every_pair_side_by_side),
        case!(images::forced_colours_have_the_engine_s_own_slider),
        case!(images::the_large_version_by_keyboard),
        case!(images::the_large_version_by_pointer),
        case!(images::back_closes_the_large_version),
        case!(images::a_navigation_closes_the_large_version),
        case!(images::a_refused_entry_opens_and_closes_all_the_same),
        case!(images::a_picture_that_does_not_come_leaves_its_words),
        case!(layout::pictures_fit_every_width),
        case!(layout::pictures_fit_text_of_twice_the_size),
        case!(layout::late_pictures_move_nothing).with(Fault::ImagesLate(layout::LATE)),
    ];
    cases.into_iter().map(|case| case.on("pictures")).collect()
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let runtime = Arc::new(Runtime::new().expect("a runtime"));
    let stage = Arc::new(Stage::default());
    let trials = Engine::ALL.into_iter().flat_map(|engine| {
        let (runtime, stage) = (&runtime, &stage);
        cases_of_this_host().into_iter().map(move |case| {
            let (runtime, stage) = (Arc::clone(runtime), Arc::clone(stage));
            let proves = case.requirement.map(|it| format!(" [{it}]")).unwrap_or_default();
            let on = if case.site.is_empty() { String::new() } else { format!(", {}", case.site) };
            let name = format!("{engine} {}{on}{proves}", case.name);
            let exception = exceptions::reason(engine, case.name);
            Trial::test(name, move || runtime.block_on(run::run(engine, &case, &stage)))
                .with_ignored_flag(exception.is_some())
        })
    });
    let mut trials: Vec<_> = trials.collect();
    trials.push(Trial::test("every requirement is proved in every engine", || {
        requirements::all_are_proved(&cases())
    }));
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(stage);
    server::end_shared();
    let left = process::left_over();
    if !left.is_empty() {
        eprintln!("processes left over: {left:#?}");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}
