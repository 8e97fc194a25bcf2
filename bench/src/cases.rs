//! What people ask for: pages by every order, searches of every length, filters of every size.

/// One thing to ask, again and again.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// As it is printed.
    pub(crate) name: String,
    pub(crate) path: String,
    /// How many pages further on the one that is measured is; the way there is not measured.
    pub(crate) depth: usize,
}

fn case(name: impl Into<String>, path: impl Into<String>) -> Case {
    Case {
        name: name.into(),
        path: path.into(),
        depth: 0,
    }
}

/// First and deep pages of customers by each order.
pub(crate) fn lists() -> Vec<Case> {
    let orders = [
        "-last_message_at",
        "last_message_at",
        "-created_at",
        "created_at",
        "name",
        "-name",
        "attributes.loyalty_points",
        "-attributes.loyalty_points",
        "attributes.plan",
        "attributes.birthday",
        "-attributes.contract_until",
    ];
    let mut cases = Vec::new();
    for order in orders {
        let path = format!("/api/customers?sort={order}&limit=50");
        cases.push(case(order, path.clone()));
        cases.push(Case {
            depth: 100,
            ..case(format!("{order}, page 101"), path)
        });
    }
    cases
}

/// Needles of one to eight characters: Latin, Arabic, digits; common, rare and not there.
pub(crate) fn searches() -> Vec<Case> {
    let needles = [
        "a",
        "mo",
        "moh",
        "moha",
        "moham",
        "mohamm",
        "mohammed",
        "layla al",
        "q",
        "zx",
        "zxq",
        "zoe",
        "م",
        "مح",
        "محم",
        "محمد",
        "العتيبي",
        "نورة ال",
        "أحمد",
        "ظظ",
        "ظظظظ",
        "5",
        "50",
        "966",
        "9665",
        "05012",
        "966501",
        "0551234",
        "99999999",
        "12345678",
        "@gmail.c",
        "o'connor",
        "müller",
    ];
    let mut cases = Vec::new();
    for needle in needles {
        let encoded = encode(needle);
        let inbox = format!("/api/inbox/contacts/search?q={encoded}");
        cases.push(case(format!("inbox {needle}"), inbox));
        cases.push(case(
            format!("contacts {needle}"),
            format!("/api/contacts?search={encoded}"),
        ));
    }
    cases
}

/// Twenty filters of one to six conditions: the first page, or the exact total with it.
pub(crate) fn filters(total: bool) -> Vec<Case> {
    let filters = [
        "tag:vip",
        "city:Riyadh",
        "stage:active",
        "-opted_out:false",
        "attributes.plan:Pro",
        "tag:wholesale city:Jeddah",
        "country:EG last_inbound<30d",
        "attributes.loyalty_points>=1000 -tag:newsletter",
        "blocked:true",
        "attributes.newsletter:true attributes.birthday<1990-01-01",
        "tag:vip country:SA last_message<7d",
        "(city:Riyadh OR city:Jeddah) stage:customer",
        "language:ar messages>=10 opted_out:false",
        "owner:* last_inbound<14d",
        "attributes.contract_until<2027-01-01 attributes.plan:Enterprise",
        "country:AE language:en tag:newsletter opted_out:false",
        "mohammed tag:retail",
        "-tag:vip messages>=50 stage:active country:SA",
        "(tag:vip OR tag:wholesale) (country:SA OR country:AE) last_message<30d opted_out:false",
        "country:SA language:ar tag:newsletter opted_out:false messages>=3 attributes.loyalty_points>100",
    ];
    let ask = |filter: &str| {
        let total = if total { "&total=true" } else { "" };
        case(
            filter,
            format!("/api/customers?q={}&limit=50{total}", encode(filter)),
        )
    };
    filters.map(ask).into()
}

/// Percent-encoding of everything but letters and digits.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => encoded.push(char::from(byte)),
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}
