//! Numbers as people, spreadsheets and Meta write them.

use proptest::{prelude::*, sample::select};

use super::*;

fn region(code: &str) -> Region {
    Region::parse(code).unwrap()
}

fn parse(input: &str, default: &str) -> Result<String, PhoneError> {
    PhoneNumber::parse(input, (!default.is_empty()).then(|| region(default))).map(String::from)
}

#[test]
fn numbers_are_read_in_the_forms_people_write() {
    let cases = [
        ("+966501234567", "", "+966501234567"),
        (" +966 50-123-4567 ", "", "+966501234567"),
        ("+966 (0) 50 123 4567", "", "+966501234567"),
        ("(+966) 50.123.4567", "", "+966501234567"),
        ("00966501234567", "", "+966501234567"),
        ("+00966501234567", "", "+966501234567"),
        ("٠٠٩٦٦ ٥٠ ١٢٣ ٤٥٦٧", "", "+966501234567"),
        ("+۹۶۶۵۰۱۲۳۴۵۶۷", "", "+966501234567"),
        ("＋９６６５０１２３４５６７", "", "+966501234567"),
        ("\u{202A}+966 50 123 4567\u{202C}", "", "+966501234567"),
        ("0501234567", "SA", "+966501234567"),
        ("٠٥٠١٢٣٤٥٦٧", "SA", "+966501234567"),
        ("501234567", "SA", "+966501234567"),
        ("966501234567", "SA", "+966501234567"),
        ("00966501234567", "EG", "+966501234567"),
        ("01001234567", "EG", "+201001234567"),
        ("(202) 555\u{2011}0123", "US", "+12025550123"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("+39 06 6982", "", "+39066982"),
        ("+52 1 55 1234 5678", "", "+5215512345678"),
        ("+54 11 15 2345 6789", "", "+5491123456789"),
        ("11987654321", "BR", "+5511987654321"),
        // Of no numbering plan, and still numbers: Meta's test numbers, the one in every manual.
        ("+1 555 010 0177", "", "+15550100177"),
        ("+1 555 0177", "", "+15550177"),
        ("+1234567890", "", "+1234567890"),
    ];
    for (written, default, stored) in cases {
        assert_eq!(
            parse(written, default).as_deref(),
            Ok(stored),
            "{written:?} in {default:?}"
        );
    }
}

#[test]
fn what_cannot_be_right_is_refused_with_the_way_out() {
    let cases = [
        ("", "", PhoneError::Empty),
        (" +() ", "SA", PhoneError::Empty),
        ("call me", "SA", PhoneError::Character('c')),
        ("+966 50 123 4567 ext 9", "", PhoneError::Character('e')),
        (
            "+966501234567,+966501234568",
            "",
            PhoneError::Character(','),
        ),
        ("050+1234567", "SA", PhoneError::Character('+')),
        ("++966501234567", "", PhoneError::Character('+')),
        ("0501234567", "", PhoneError::NoCountryCode),
        ("966501234567", "", PhoneError::NoCountryCode),
        ("+999123456789", "", PhoneError::UnknownCountryCode),
        ("+0501234567", "", PhoneError::UnknownCountryCode),
        ("1", "SA", PhoneError::TooShort),
        ("+9665", "", PhoneError::TooShort),
        ("+12345", "", PhoneError::TooShort),
        ("050123", "SA", PhoneError::TooShort),
        ("+9665012345678901", "", PhoneError::TooLong),
        ("201001234567890", "SA", PhoneError::TooLong),
    ];
    for (written, default, problem) in cases {
        assert_eq!(
            parse(written, default),
            Err(problem),
            "{written:?} in {default:?}"
        );
    }
    let megabyte = "5".repeat(1 << 20);
    assert_eq!(parse(&megabyte, "SA"), Err(PhoneError::TooLong));
    assert!(
        PhoneError::NoCountryCode
            .to_string()
            .contains("with + and its country code")
    );
}

#[test]
fn what_meta_sends_is_taken_as_it_is() {
    for digits in [
        "966501234567",
        "15550177",
        "5215512345678",
        "551187654321",
        "12345",
        "00000",
    ] {
        let number = PhoneNumber::from_wa_id(digits).unwrap();
        assert_eq!(number.digits(), digits);
        assert!(number.search_digits().contains(&digits.to_owned()));
        assert_eq!(
            text::digits(&number.international()),
            digits,
            "shown as stored"
        );
    }
    for not_an_id in [
        "",
        "1234",
        "123456789012345678901",
        "SA.13491208655302741918",
        "٩٦٦٥٠١٢٣٤٥٦٧",
    ] {
        assert_eq!(
            PhoneNumber::from_wa_id(not_an_id),
            Err(PhoneError::NotCanonical)
        );
    }
}

#[test]
fn a_number_shows_its_country_and_its_groups() {
    let cases = [
        ("966501234567", "SA", "+966 50 123 4567", "+966 •••••4567"),
        ("201001234567", "EG", "+20 10 01234567", "+20 ••••••4567"),
        ("14165550123", "CA", "+1 416-555-0123", "+1 ••••••0123"),
        ("15550177", "US", "+1 5550177", "+1 ••••177"),
        ("447400123456", "GB", "+44 7400 123456", "+44 ••••••3456"),
        ("882161234567", "", "+882 16 123 4567", "+882 •••••4567"),
        ("00000", "", "+00000", "+••••0"),
    ];
    for (digits, country, shown, masked) in cases {
        let number = PhoneNumber::from_wa_id(digits).unwrap();
        assert_eq!(
            number.country().map_or(String::new(), String::from),
            country,
            "{digits}"
        );
        assert_eq!(number.international(), shown);
        assert_eq!(number.masked(), masked);
    }
}

#[test]
fn the_national_form_is_searched_where_it_differs() {
    let forms = |digits| PhoneNumber::from_wa_id(digits).unwrap().search_digits();
    assert_eq!(forms("966501234567"), ["966501234567", "0501234567"]);
    assert_eq!(forms("12025550123"), ["12025550123"]);
    assert_eq!(forms("96550012345"), ["96550012345"]);
    assert_eq!(forms("36201234567"), ["36201234567", "06201234567"]);
}

#[test]
fn the_stored_form_survives_json_and_nothing_else_is_read_from_it() {
    let number = PhoneNumber::from_wa_id("966501234567").unwrap();
    let json = serde_json::to_string(&number).unwrap();
    assert_eq!(json, "\"+966501234567\"");
    assert_eq!(serde_json::from_str::<PhoneNumber>(&json).unwrap(), number);
    for wrong in [
        "\"966501234567\"",
        "\"+966 50\"",
        "\"+\"",
        "\"+9665a1234\"",
        "5",
    ] {
        assert!(
            serde_json::from_str::<PhoneNumber>(wrong).is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn regions_are_two_letters_of_a_place_with_phones() {
    assert_eq!(region(" sa ").as_str(), "SA");
    assert_eq!(serde_json::to_string(&region("eg")).unwrap(), "\"EG\"");
    for wrong in ["", "S", "SAU", "ZZ", "1A", "001", "س", "S\0"] {
        assert_eq!(Region::parse(wrong), Err(RegionError), "{wrong:?}");
    }
}

/// A valid number of any region, of any of the kinds that WhatsApp accounts have.
fn valid_number() -> impl Strategy<Value = plan::PhoneNumber> {
    let mut regions: Vec<_> = plan::PHONE_NUMBER_UTIL.get_supported_regions().collect();
    regions.sort_by_key(|region| *region as u16);
    let kind = select(vec![
        plan::PhoneNumberType::Mobile,
        plan::PhoneNumberType::FixedLine,
    ]);
    (select(regions), kind, 0..10_000_u64).prop_filter_map(
        "no valid number near the example",
        |(region, kind, last)| {
            let mut number = plan::PHONE_NUMBER_UTIL
                .get_example_number_for_type_and_region(region, kind)
                .ok()?;
            let example = number.national_number;
            number.national_number = example - example % 10_000 + last;
            number.is_valid().then_some(number)
        },
    )
}

proptest! {
    #[test]
    fn a_valid_number_is_read_back_however_it_is_grouped(
        number in valid_number(),
        groups in prop::collection::vec(select(vec!["", " ", "-", ".", " - ", ")(", "\u{200F}", "\u{A0}"]), 16),
        prefix in select(vec!["+", "00", "\u{202A}+", "(+"]),
        zero in select(vec!['0', '٠', '۰', '०', '０']),
    ) {
        let stored = number.format_as(plan::PhoneNumberFormat::E164).into_owned();
        let mut written = prefix.to_owned();
        for (digit, group) in stored[1..].bytes().zip(&groups) {
            written.push(char::from_u32(u32::from(zero) + u32::from(digit - b'0')).unwrap());
            written.push_str(group);
        }
        prop_assert_eq!(parse(&written, ""), Ok(stored), "{}", written);
    }

    #[test]
    fn a_valid_number_is_read_back_from_its_national_form(number in valid_number()) {
        let stored = number.format_as(plan::PhoneNumberFormat::E164).into_owned();
        let country = number.get_region_code().unwrap();
        for form in [plan::PhoneNumberFormat::International, plan::PhoneNumberFormat::National] {
            let written = number.format_as(form).into_owned();
            prop_assert_eq!(parse(&written, &country.as_region_str()), Ok(stored.clone()), "{}", written);
        }
    }

    #[test]
    fn garbage_is_refused_and_never_panics(text in "[+0-9٠-٩ ()a-z\u{200f}\\PC]{0,30}", place in select(vec!["", "SA", "US", "BR", "IT"])) {
        if let Ok(stored) = parse(&text, place) {
            let number: PhoneNumber = stored.parse().unwrap();
            prop_assert!(number.digits().len() <= LONGEST);
            let _ = (number.country(), number.international(), number.search_digits(), number.masked());
            prop_assert_eq!(parse(&stored, place), Ok(stored));
        }
    }

    #[test]
    fn any_id_of_meta_can_be_shown(digits in "[0-9]{5,20}") {
        let number = PhoneNumber::from_wa_id(&digits).unwrap();
        prop_assert_eq!(&text::digits(&number.international()), &digits);
        prop_assert!(number.masked().matches('•').count() >= 4);
        prop_assert!(number.search_digits().contains(&digits));
        let _ = number.country();
    }
}
