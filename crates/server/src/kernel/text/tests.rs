//! Folding and cleaning, by tables of what people really write and by random text.

use proptest::prelude::*;

use super::*;

#[test]
fn what_people_mean_is_the_same_however_they_type_it() {
    let cases = [
        ("  Ana   María\tLópez ", "ana maria lopez"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁancé", "fiance"),
        ("Ｆｕｌｌ ｗｉｄｔｈ", "full width"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
        ("أحمد إبراهيم آل ٱلسعود", "احمد ابراهيم ال السعود"),
        ("مُحَمَّدٌ", "محمد"),
        ("مـــحـــمـــد", "محمد"),
        ("فاطمة", "فاطمه"),
        ("ليلى", "ليلي"),
        ("رئيس مؤمن", "رييس مومن"),
        ("یاسمین کریمی", "ياسمين كريمي"),
        ("هٰذا", "هذا"),
        ("ﷲ", "الله"),
        ("٠٥٠١٢٣٤٥٦٧", "0501234567"),
        ("۰۵۰", "050"),
        ("०१२", "012"),
        ("\u{202B}سارة\u{202C}", "ساره"),
        ("👩\u{200D}👧 Mona", "👩👧 mona"),
        ("❤\u{FE0F}", "❤"),
        ("a\u{0}b\u{7}c", "abc"),
        ("\u{A0}\u{3000}", ""),
        ("が", "か\u{3099}"),
        ("", ""),
    ];
    for (written, folded) in cases {
        assert_eq!(fold(written), folded, "{written:?}");
    }
}

#[test]
fn every_single_character_folds_to_something_stable() {
    for c in '\u{0}'..=char::MAX {
        let once = fold(&c.to_string());
        assert_eq!(fold(&once), once, "{c:?} U+{:04X}", u32::from(c));
    }
}

#[test]
fn digits_of_any_script_are_kept() {
    assert_eq!(digits("+٩٦٦ (٥٠) 123-４５٦٧"), "966501234567");
    assert_eq!(digits("𝟗𝟬 no"), "90");
    assert_eq!(digits("ⅫV½²"), "");
}

#[test]
fn the_scripts_with_digits_are_in_order() {
    assert!(ZEROS.is_sorted());
    assert!(
        ZEROS
            .iter()
            .all(|&zero| char::from_u32(zero).is_some_and(char::is_numeric))
    );
}

#[test]
fn a_line_keeps_what_was_meant_and_loses_what_does_harm() {
    let cases = [
        ("  أحمد العتيبي 🌟 ", "أحمد العتيبي 🌟"),
        ("Ana\r\n\tMaria", "Ana Maria"),
        ("A\u{0}n\u{1b}[31ma", "An[31ma"),
        ("\u{202E}gnp.exe\u{202C}", "gnp.exe"),
        ("\u{2067}سارة\u{2069}", "سارة"),
        ("سارة\u{200F} (VIP)", "سارة\u{200F} (VIP)"),
        ("👩\u{200D}👧", "👩\u{200D}👧"),
        ("\u{200B} \u{FEFF}", ""),
        ("a  b", "a  b"),
    ];
    for (given, kept) in cases {
        assert_eq!(clean_line(given, 80).as_deref(), Ok(kept), "{given:?}");
    }
}

#[test]
fn several_lines_stay_several() {
    assert_eq!(
        clean_text(" one\r\ntwo\rthree\u{2028}\n four\tfive\u{0} ", 80).as_deref(),
        Ok("one\ntwo\nthree\n\n four\tfive")
    );
}

#[test]
fn what_is_too_long_says_by_how_much() {
    let ten_megabytes = "ن".repeat(5_000_000);
    assert_eq!(
        clean_line(&ten_megabytes, 200),
        Err(TextProblem::TooLong {
            limit: 200,
            length: 5_000_000
        })
    );
    assert_eq!(clean_line(" سلام ", 4).as_deref(), Ok("سلام"));
    let problem = clean_text("سلام", 3).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "must have at most 3 characters, this has 4"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    // Marks and invisible characters next to each other are where reordering goes wrong.
    #[test]
    fn folding_marks_twice_changes_nothing(text in "[a-zA-Zء-يپکی\u{300}-\u{345}\u{591}-\u{5bd}\u{64b}-\u{670}\u{93c}\u{94d}\u{e38}\u{3099}\u{200d}\u{fe70}-\u{fefc}ـ ]{0,12}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn the_short_way_for_ascii_agrees_with_the_long_one(text in "[\\x00-\\x7f]{0,40}") {
        let long_way = fold(&format!("{text}\u{200B}"));
        prop_assert_eq!(fold(&text), long_way);
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in any::<String>()) {
        let line = clean_line(&text, usize::MAX).unwrap();
        prop_assert_eq!(clean_line(&line, usize::MAX).unwrap(), line);
        let lines = clean_text(&text, usize::MAX).unwrap();
        prop_assert_eq!(clean_text(&lines, usize::MAX).unwrap(), lines);
    }
}
