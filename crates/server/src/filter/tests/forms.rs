//! The two forms side by side.

use serde_json::json;

use super::*;

#[test]
fn the_example_of_the_product_in_both_forms() {
    let canonical = json!({"and": [
        {"field": "tags", "op": "has_any", "value": ["vip"]},
        {"field": "attributes.city", "op": "eq", "value": "Riyadh"},
        {"or": [{"field": "orders_count", "op": "gte", "value": 5},
                {"not": {"field": "last_inbound_at", "op": "within_last", "value": "30d"}}]}
    ]});
    let filter = json(&canonical);
    let printed = "tag:vip city:Riyadh (orders>=5 OR -last_inbound<30d)";
    assert_eq!(print_text(&filter), printed);
    assert_eq!(text(printed), filter);
    assert_eq!(print_json(&filter), canonical);

    // Where nobody defined an attribute of that name, it is the customer's location.
    let plain = Catalogue::new([]);
    let filter = parse_text("city:Riyadh", &plain).expect("a filter");
    assert_eq!(print_json(&filter)["field"], "location.city");
    assert_eq!(print_text(&filter), "city:Riyadh");
    // A stored filter keeps its meaning when the attribute is defined later.
    let stored = json(&print_json(&filter));
    assert_eq!(print_text(&stored), "location.city:Riyadh");
    assert_eq!(text("location.city:Riyadh"), stored);
}

/// What is written, how it is printed, and its JSON.
fn check(written: &str, printed: &str, canonical: &Json) {
    let filter = text(written);
    assert_eq!(print_json(&filter), *canonical, "{written}");
    assert_eq!(print_text(&filter), printed, "{written}");
    assert_eq!(json(canonical), filter, "{written}");
    assert_eq!(text(printed), filter, "{written}");
}

#[test]
fn conditions_in_both_forms() {
    let table = [
        ("name:Reem", "name:Reem", json!(["name", "eq", "Reem"])),
        (
            "NAME=\"ريم الأحمد\"",
            "name:\"ريم الأحمد\"",
            json!(["name", "eq", "ريم الأحمد"]),
        ),
        ("name!=Reem", "name!=Reem", json!(["name", "ne", "Reem"])),
        ("name~ahm", "name~ahm", json!(["name", "contains", "ahm"])),
        (
            "name!~ahm",
            "name!~ahm",
            json!(["name", "not_contains", "ahm"]),
        ),
        (
            "name:ahm*",
            "name:ahm*",
            json!(["name", "starts_with", "ahm"]),
        ),
        (
            "name:\"abu a\"*",
            "name:\"abu a\"*",
            json!(["name", "starts_with", "abu a"]),
        ),
        ("name:\"a*\"", "name:\"a*\"", json!(["name", "eq", "a*"])),
        (
            "phone:+966501234567",
            "phone:+966501234567",
            json!(["phone", "eq", "+966501234567"]),
        ),
        (
            "city:الرياض،جدة",
            "city:الرياض,جدة",
            json!(["attributes.city", "in", ["الرياض", "جدة"]]),
        ),
        (
            "location.city:*",
            "location.city:*",
            json!(["location.city", "is_set"]),
        ),
        (
            "location.country:SA",
            "country:SA",
            json!(["location.country", "eq", "SA"]),
        ),
        ("email:*", "email:*", json!(["email", "is_set"])),
        ("-email:*", "-email:*", json!(["email", "is_not_set"])),
        ("NOT email:*", "-email:*", json!(["email", "is_not_set"])),
        ("orders:5", "orders:5", json!(["orders_count", "eq", 5])),
        (
            "orders_count>=٥",
            "orders>=5",
            json!(["orders_count", "gte", 5]),
        ),
        ("spent<12.50", "spent<12.5", json!(["spent", "lt", 12.5])),
        ("spent>١٢٫٥", "spent>12.5", json!(["spent", "gt", 12.5])),
        (
            "points:-5..-1.5",
            "points:-5..-1.5",
            json!(["attributes.points", "between", [-5, -1.5]]),
        ),
        ("stage:VIP", "stage:vip", json!(["stage", "eq", "vip"])),
        (
            "stage:vip,at_risk",
            "stage:vip,at_risk",
            json!(["stage", "in", ["vip", "at_risk"]]),
        ),
        (
            "stage!=churned",
            "stage!=churned",
            json!(["stage", "ne", "churned"]),
        ),
        ("owner:me", "owner:me", json!(["owner", "eq", "me"])),
        (
            "owner:12,me",
            "owner:12,me",
            json!(["owner", "in", [12, "me"]]),
        ),
        ("account:3", "account:3", json!(["account", "eq", 3])),
        (
            "opted_out:yes",
            "opted_out:yes",
            json!(["opted_out", "is", true]),
        ),
        (
            "opted_out:لا",
            "opted_out:no",
            json!(["opted_out", "is", false]),
        ),
        (
            "window:open",
            "window:open",
            json!(["window_open", "is", true]),
        ),
        (
            "window:no",
            "window:closed",
            json!(["window_open", "is", false]),
        ),
        ("tag:vip", "tag:vip", json!(["tags", "has_any", ["vip"]])),
        (
            "tags:vip,lead",
            "tag:vip,lead",
            json!(["tags", "has_any", ["vip", "lead"]]),
        ),
        (
            "tag:vip+lead",
            "tag:vip+lead",
            json!(["tags", "has_all", ["vip", "lead"]]),
        ),
        (
            "tag!=vip,lead",
            "tag!=vip,lead",
            json!(["tags", "has_none", ["vip", "lead"]]),
        ),
        (
            "tag:\"a+b\"",
            "tag:\"a+b\"",
            json!(["tags", "has_any", ["a+b"]]),
        ),
        (
            r#"tag:"عميل، مهم","say \"hi\"","a:b""#,
            r#"tag:"عميل، مهم","say \"hi\"","a:b""#,
            json!(["tags", "has_any", ["عميل، مهم", "say \"hi\"", "a:b"]]),
        ),
        (
            "created:2026-01-05",
            "created:2026-01-05",
            json!(["created_at", "on", "2026-01-05"]),
        ),
        (
            "created=2026-01-05",
            "created=2026-01-05",
            json!(["created_at", "eq", "2026-01-05"]),
        ),
        (
            "created:2026-01-01..2026-01-31",
            "created:2026-01-01..2026-01-31",
            json!(["created_at", "between", ["2026-01-01", "2026-01-31"]]),
        ),
        (
            "created>2026-01-05T10:00+03:00",
            "created>2026-01-05T07:00:00Z",
            json!(["created_at", "gt", "2026-01-05T07:00:00Z"]),
        ),
        (
            "created:2026-01-05T10:00:00.25Z",
            "created:2026-01-05T10:00:00.25Z",
            json!(["created_at", "eq", "2026-01-05T10:00:00.25Z"]),
        ),
        (
            "created:before:2026-01-05",
            "created:before:2026-01-05",
            json!(["created_at", "before", "2026-01-05"]),
        ),
        (
            "birthdate:after:1990-12-31",
            "birthdate:after:1990-12-31",
            json!(["attributes.birthdate", "after", "1990-12-31"]),
        ),
        (
            "last_inbound<30d",
            "last_inbound<30d",
            json!(["last_inbound_at", "within_last", "30d"]),
        ),
        (
            "last_inbound<=6mo",
            "last_inbound<6mo",
            json!(["last_inbound_at", "within_last", "6mo"]),
        ),
        (
            "last_inbound>٢w",
            "last_inbound>2w",
            json!(["last_inbound_at", "not_within_last", "2w"]),
        ),
        (
            "delivery_time:9:00..17:30",
            "delivery_time:09:00..17:30",
            json!(["attributes.delivery_time", "between", ["09:00", "17:30"]]),
        ),
        (
            "delivery_time!=09:00:15",
            "delivery_time!=09:00:15",
            json!(["attributes.delivery_time", "ne", "09:00:15"]),
        ),
        ("quiz:*", "quiz:*", json!(["attributes.quiz", "is_set"])),
        (
            "الحي:العليا",
            "district:العليا",
            json!(["attributes.district", "eq", "العليا"]),
        ),
        (
            "birth_date<1y",
            "birthdate<1y",
            json!(["attributes.birthdate", "within_last", "1y"]),
        ),
        (
            "\"كود العميل\":A-17",
            "\"كود العميل\":A-17",
            json!(["attributes.كود العميل", "eq", "A-17"]),
        ),
        (
            "\u{200F}tag:\u{200F}vip\u{200E}",
            "tag:vip",
            json!(["tags", "has_any", ["vip"]]),
        ),
    ];
    for (written, printed, condition) in table {
        let mut canonical = json!({"field": condition[0], "op": condition[1]});
        if let Some(value) = condition.get(2) {
            canonical["value"] = value.clone();
        }
        check(written, printed, &canonical);
    }
}

#[test]
fn groups_and_words_in_both_forms() {
    let vip = json!({"field": "tags", "op": "has_any", "value": ["vip"]});
    let search = |words: &str| json!({"search": words});
    let table = [
        ("ريم أحمد", "ريم أحمد", search("ريم أحمد")),
        (
            "+966 (50) 123-4567",
            "+966 50 123-4567",
            search("+966 50 123-4567"),
        ),
        ("\"a:b\"  c", "\"a:b\" c", search("a:b c")),
        ("\"OR\"", "\"OR\"", search("OR")),
        ("(((tag:vip)))", "tag:vip", vip.clone()),
        (
            "reem AND tag:vip",
            "reem tag:vip",
            json!({"and": [search("reem"), vip]}),
        ),
        (
            "966 AND 4567 sara",
            "966 4567 sara",
            search("966 4567 sara"),
        ),
        (
            "966 AND 4567 tag:vip",
            "966 AND 4567 tag:vip",
            json!({"and": [search("966"), search("4567"), vip]}),
        ),
        (
            "-(966 AND 4567)",
            "-(966 AND 4567)",
            json!({"not": {"and": [search("966"), search("4567")]}}),
        ),
        ("966 4567", "966 4567", search("966 4567")),
        ("-reem", "-reem", json!({"not": search("reem")})),
        ("-(a b)", "-(a b)", json!({"not": search("a b")})),
        ("--tag:vip", "--tag:vip", json!({"not": {"not": vip}})),
        (
            "a b OR tag:vip",
            "a b OR tag:vip",
            json!({"or": [search("a b"), vip]}),
        ),
        (
            "(a OR tag:vip) OR -(tag:vip (b OR c))",
            "(a OR tag:vip) OR -(tag:vip (b OR c))",
            json!({"or": [
                {"or": [search("a"), vip]},
                {"not": {"and": [vip, {"or": [search("b"), search("c")]}]}},
            ]}),
        ),
    ];
    for (written, printed, canonical) in table {
        check(written, printed, &canonical);
    }
}

#[test]
fn nothing_means_everybody() {
    for empty in [json!(null), json!({}), json!({"and": []})] {
        assert!(json(&empty).is_everything());
    }
    for empty in ["", "   \n", "\u{200F}"] {
        assert!(text(empty).is_everything());
    }
    assert_eq!(print_json(&Filter::everything()), json!({}));
    assert_eq!(print_text(&Filter::everything()), "");
}

#[test]
fn a_list_of_one_is_the_plain_condition() {
    let one = json(&json!({"field": "city", "op": "in", "value": ["Riyadh"]}));
    assert_eq!(one, text("city:Riyadh"));
    let all = json(&json!({"field": "tags", "op": "has_all", "value": ["vip"]}));
    assert_eq!(all, text("tag:vip"));
}

#[test]
fn numbers_keep_every_digit() {
    for number in [
        "9223372036854775807",
        "-9223372036854775808",
        "0.1",
        "1e300",
        "123456789.000001",
    ] {
        let filter = text(&format!("points:{number}"));
        assert_eq!(text(&print_text(&filter)), filter);
        assert_eq!(json(&print_json(&filter)), filter);
    }
    assert_eq!(text("points:1e3"), text("points:1000"));
    assert_eq!(text("points:-0"), text("points:0.0"));
}

#[test]
fn names_that_clash_belong_to_the_built_in_field_but_for_the_location() {
    let catalogue = catalogue();
    let name_of = |name: &str| catalogue.resolve(name).map(|field| field.name.clone());
    assert_eq!(name_of("city").as_deref(), Some("attributes.city"));
    assert_eq!(name_of("location.city").as_deref(), Some("location.city"));
    assert_eq!(name_of("country").as_deref(), Some("location.country"));
    assert_eq!(
        name_of("attributes.city").as_deref(),
        Some("attributes.city")
    );
    assert_eq!(name_of("home_city").as_deref(), Some("attributes.city"));
    assert_eq!(name_of("points").as_deref(), Some("attributes.points"));
    assert_eq!(name_of("Last_Inbound").as_deref(), Some("last_inbound_at"));
    assert_eq!(name_of("segment"), None);
}
