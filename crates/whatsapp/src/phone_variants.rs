//! The other forms of a number: how one person can be known by several.
//!
//! In Brazil, Mexico and Argentina the id by which WhatsApp knows a person often differs from the number
//! people dial, and which of them arrives varies. To find somebody, look for all forms; to write to
//! somebody, use the form you were given and never one from here. The rules come from what client
//! projects have seen, as Meta publishes none.

/// Every form under which the person with this number may be known, itself first.
///
/// `digits` is a number with country code and without `+`, as in `wa_id`. Forms are mutual: each form
/// of a number has the same forms. Anything else has itself as its only form.
pub fn variants(digits: &str) -> Vec<String> {
    let others = match digits.get(..2) {
        _ if !digits.bytes().all(|byte| byte.is_ascii_digit()) => Vec::new(),
        Some("55") => brazil(&digits[2..]),
        Some("52") => mexico(&digits[2..]),
        Some("54") => argentina(&digits[2..]),
        _ => Vec::new(),
    };
    let mut forms = vec![digits.to_owned()];
    forms.extend(others.into_iter().filter(|form| form != digits));
    forms
}

/// Mobiles gained a leading 9 after the area code; WhatsApp still knows many without it.
///
/// Only where the eight digits after it begin with 6–9: with 2–5 they are a landline, which is
/// somebody else.
fn brazil(national: &str) -> Vec<String> {
    let mobile = match national.len() {
        10 => Some((&national[..2], &national[2..])),
        11 if national.as_bytes()[2] == b'9' => Some((&national[..2], &national[3..])),
        _ => None,
    };
    mobile
        .filter(|(area, local)| !area.contains('0') && matches!(local.as_bytes()[0], b'6'..=b'9'))
        .map(|(area, local)| vec![format!("55{area}9{local}"), format!("55{area}{local}")])
        .unwrap_or_default()
}

/// Until 2019 mobiles were written with a 1 after the country code; WhatsApp keeps it for many.
fn mexico(national: &str) -> Vec<String> {
    let number = match national.len() {
        10 => Some(national),
        11 => national.strip_prefix('1'),
        _ => None,
    };
    number
        .filter(|number| matches!(number.as_bytes()[0], b'2'..=b'9'))
        .map(|number| vec![format!("52{number}"), format!("521{number}")])
        .unwrap_or_default()
}

/// Mobiles have a 9 after the country code from abroad, and a 15 after the area code at home; people
/// type either, both or none.
fn argentina(national: &str) -> Vec<String> {
    let dialled = national.strip_prefix('9').unwrap_or(national);
    let number = match dialled.len() {
        10 => Some(dialled.to_owned()),
        // At most one place fits: the areas of three and of four digits cannot both be followed by 15.
        12 => area_lengths(dialled)
            .find(|&area| &dialled[area..area + 2] == "15")
            .map(|area| format!("{}{}", &dialled[..area], &dialled[area + 2..])),
        _ => None,
    };
    let Some(number) = number.filter(|number| is_argentine(number)) else {
        return Vec::new();
    };
    let at_home = area_lengths(&number)
        .map(|area| format!("{}15{}", &number[..area], &number[area..]))
        .collect::<Vec<_>>();
    std::iter::once(number)
        .chain(at_home)
        .flat_map(|national| [format!("549{national}"), format!("54{national}")])
        .collect()
}

fn is_argentine(number: &str) -> bool {
    number.starts_with("11") || matches!(number.as_bytes()[0], b'2' | b'3')
}

/// How long the area code can be: Buenos Aires is 11, all others have three or four digits.
fn area_lengths(number: &str) -> impl Iterator<Item = usize> + use<> {
    if number.starts_with("11") {
        2..=2
    } else {
        3..=4
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_person_is_found_under_every_form() {
        let cases: &[&[&str]] = &[
            &["5585988887777", "558588887777"],
            &["551166665555", "5511966665555"],
            &["5215512345678", "525512345678"],
            &[
                "5491123456789",
                "541123456789",
                "549111523456789",
                "54111523456789",
            ],
        ];
        for forms in cases {
            for &form in *forms {
                let mut found = variants(form);
                assert_eq!(found[0], form);
                found.sort();
                let mut expected = forms.to_vec();
                expected.sort_unstable();
                assert_eq!(found, expected);
            }
        }
        assert!(variants("54351155551234").contains(&"5493515551234".to_owned()));
        assert!(variants("54296615555123").contains(&"5492966555123".to_owned()));
    }

    #[test]
    fn landlines_other_countries_and_odd_numbers_stand_alone() {
        let alone = [
            "558532221111",  // a landline in Fortaleza
            "5585932221111", // whose 9 cannot be dropped: that would be the landline
            "551012345678",  // no such area
            "521012345678",  // Mexican numbers do not begin with 0 or 1
            "52551234567",   // too short
            "549999999999",  // no Argentine area begins with 9
            "966501234567",
            "15550177",
            "",
            "5",
            "55",
            "wamid",
            "٥٥٨٥٩٨٨٨٨٧٧٧٧",
        ];
        for number in alone {
            assert_eq!(variants(number), [number]);
        }
    }

    proptest! {
        #[test]
        fn forms_are_mutual_and_complete(
            number in prop_oneof![
                "55[1-9]{2}9?[1-9][0-9]{7}",
                "521?[0-9]{10}",
                "549?(11|[23][0-9]{2,3})(15)?[0-9]{6,8}",
                "5[245][0-9]{0,14}",
                "[0-9]{0,16}",
                ".{0,6}",
            ]
        ) {
            let mut forms = variants(&number);
            prop_assert_eq!(&forms[0], &number);
            let of_each: Vec<_> = forms.iter().map(|form| variants(form)).collect();
            forms.sort();
            prop_assert!(forms.windows(2).all(|pair| pair[0] != pair[1]), "no form twice");
            for mut others in of_each {
                others.sort();
                prop_assert_eq!(&others, &forms);
            }
        }
    }
}
