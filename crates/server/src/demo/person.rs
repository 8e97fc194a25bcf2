//! One made-up person: everything about them except what the database decides.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::dice::Dice;
use super::names::Name;
use super::phrases::OPT_OUTS;
use super::places::{COUNTRIES, Country};
use super::talk::{self, Talk};
use crate::customers::Stage;
use crate::kernel::clock::{DAY, SECOND, Timestamp};

/// A customer with one WhatsApp contact and their conversations.
#[derive(Debug)]
pub(super) struct Person {
    /// For what has to be thrown again: a number that somebody else has.
    dice: Dice,
    country: &'static Country,
    pub(super) uuid: Uuid,
    pub(super) contact_uuid: Uuid,
    pub(super) name: Option<String>,
    /// Whether the shop wrote the name down; otherwise it is the profile's.
    pub(super) name_by_person: bool,
    pub(super) profile_name: Option<String>,
    pub(super) email: Option<String>,
    /// E.164; people known by their user id alone have none.
    pub(super) phone: Option<String>,
    pub(super) bsuid: Option<String>,
    pub(super) username: Option<String>,
    pub(super) city: Option<String>,
    pub(super) language: Option<&'static str>,
    pub(super) attributes: Map<String, Value>,
    /// Places in [`super::catalogue::TAGS`].
    pub(super) tags: Vec<usize>,
    pub(super) stage: Stage,
    pub(super) blocked: bool,
    pub(super) consent: Option<Consent>,
    /// A number that chooses one of the team's members, when somebody looks after them.
    pub(super) owner: Option<usize>,
    /// A number that chooses one of the business's accounts.
    pub(super) account: usize,
    pub(super) created_at: Timestamp,
    pub(super) talks: Vec<Talk>,
}

/// What a person allowed or refused.
#[derive(Debug)]
pub(super) struct Consent {
    pub(super) granted: bool,
    /// Their words; without any the operator entered it.
    pub(super) evidence: Option<&'static str>,
    pub(super) at: Timestamp,
}

/// What is decided about a person before they are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// When we came to know them.
    pub(super) created_at: Timestamp,
    /// The present; nothing happens after it.
    pub(super) now: Timestamp,
    /// How many messages there are, in both directions.
    pub(super) messages: u64,
}

impl Person {
    pub(super) fn make(mut own: Dice, start: Start) -> Self {
        let Start {
            created_at,
            now,
            messages,
        } = start;
        let dice = &mut own;
        let country = dice.weighted(COUNTRIES);
        let name = Name::of(country.culture, dice);
        let wrote = messages > 0;
        let name_by_person = !wrote || dice.chance(30.0);
        let profile_name = (wrote && dice.chance(97.0)).then(|| name.profile(dice));
        let shown = if name_by_person {
            Some(name.own.clone())
        } else {
            profile_name.clone()
        };
        let has_number = !wrote || dice.chance(94.0);
        let has_user_id = wrote && (!has_number || dice.chance(35.0));
        let city = dice.chance(70.0).then(|| large_first(country.cities, dice));
        let last_at = last_at(created_at, now, dice);
        let talks = talk::make(dice, &name, (created_at, last_at, now), messages);
        let last_message = talks
            .iter()
            .flat_map(|talk| &talk.lines)
            .map(|line| line.at)
            .max();
        let stage = stage(messages, last_message, now, dice);
        let heard = last_message.unwrap_or(created_at);
        Self {
            uuid: dice.uuid(created_at),
            contact_uuid: dice.uuid(created_at),
            name: shown,
            name_by_person,
            profile_name,
            email: dice
                .chance(if wrote { 25.0 } else { 55.0 })
                .then(|| name.email(dice)),
            phone: has_number.then(|| mobile(country, dice)),
            bsuid: has_user_id.then(|| user_id(country, dice)),
            username: (has_user_id && (!has_number || dice.chance(40.0)))
                .then(|| name.username(dice)),
            city: city.map(|(own, latin)| if dice.chance(20.0) { own } else { latin }.to_owned()),
            language: dice.chance(85.0).then(|| *dice.weighted(country.languages)),
            attributes: attributes(&name, (created_at, now), dice),
            tags: super::catalogue::throw_tags(dice),
            stage,
            blocked: dice.chance(0.7),
            consent: consent(name.is_arabic, wrote, (created_at, heard, now), dice),
            owner: dice.chance(25.0).then(|| dice.index(1 << 20)),
            account: dice.index(1 << 20),
            created_at,
            talks,
            country,
            dice: own,
        }
    }

    /// ISO 3166-1 alpha-2.
    pub(super) fn country(&self) -> &'static str {
        self.country.code
    }

    /// Another number and user id, because somebody has these.
    pub(super) fn change_ids(&mut self) {
        let dice = &mut self.dice;
        if self.phone.is_some() {
            self.phone = Some(mobile(self.country, dice));
        }
        if self.bsuid.is_some() {
            self.bsuid = Some(user_id(self.country, dice));
        }
    }

    /// The digits by which WhatsApp knows them, once they wrote. Mexico's have a 1 that nobody dials.
    pub(super) fn wa_id(&self) -> Option<String> {
        let digits = self
            .phone
            .as_deref()
            .filter(|_| !self.talks.is_empty())?
            .trim_start_matches('+');
        Some(match digits.strip_prefix("52") {
            Some(national) => format!("521{national}"),
            None => digits.to_owned(),
        })
    }

    /// Everything they are known by: numbers as `+digits`, and the user id.
    pub(super) fn addresses(&self) -> Vec<String> {
        let wa_id = self.wa_id().map(|digits| format!("+{digits}"));
        let mut all: Vec<String> = self
            .phone
            .iter()
            .cloned()
            .chain(wa_id)
            .chain(self.bsuid.clone())
            .collect();
        all.dedup();
        all
    }
}

fn mobile(country: &Country, dice: &mut Dice) -> String {
    let pattern = dice.pick(country.mobiles);
    format!("+{}", dice.digits(pattern))
}

fn user_id(country: &Country, dice: &mut Dice) -> String {
    format!("{}.{}", country.code, dice.digits("N###############"))
}

/// One of a list in which the first are the most common.
fn large_first<T: Copy>(list: &[T], dice: &mut Dice) -> T {
    let skewed = dice.unit().powf(1.8) * list.len() as f64;
    list[(skewed as usize).min(list.len() - 1)]
}

/// When they were last in touch: mostly lately.
fn last_at(created_at: Timestamp, now: Timestamp, dice: &mut Dice) -> Timestamp {
    let age = now.0 - created_at.0;
    let ago = match dice.below(100) {
        ..50 => dice.wait(9 * DAY),
        50..80 => dice.wait(45 * DAY),
        _ => dice.between(0, age.max(0)),
    };
    Timestamp((now.0 - ago.min(age)).max(created_at.0))
}

fn stage(messages: u64, last: Option<Timestamp>, now: Timestamp, dice: &mut Dice) -> Stage {
    let quiet_days = last.map_or(i64::MAX, |last| (now.0 - last.0) / DAY);
    match (messages, quiet_days) {
        _ if dice.chance(1.5) => Stage::Vip,
        (0..3, _) if dice.chance(80.0) => Stage::Prospect,
        (_, ..30) if messages > 5 => Stage::Active,
        (_, ..90) => Stage::Customer,
        (_, ..180) => Stage::AtRisk,
        _ => Stage::Churned,
    }
}

fn consent(
    is_arabic: bool,
    wrote: bool,
    (created_at, heard, now): (Timestamp, Timestamp, Timestamp),
    dice: &mut Dice,
) -> Option<Consent> {
    if dice.chance(if wrote { 5.0 } else { 1.0 }) {
        let (arabic, latin) = *dice.pick(OPT_OUTS);
        let words = if is_arabic { arabic } else { latin };
        return Some(Consent {
            granted: false,
            evidence: wrote.then_some(words),
            at: Timestamp(heard.0 + dice.wait(5 * DAY)).min(now),
        });
    }
    dice.chance(8.0).then_some(Consent {
        granted: true,
        evidence: None,
        at: created_at,
    })
}

fn attributes(
    name: &Name,
    (created_at, now): (Timestamp, Timestamp),
    dice: &mut Dice,
) -> Map<String, Value> {
    let mut all = Map::new();
    let mut set = |key: &str, value: Value| {
        all.insert(key.to_owned(), value);
    };
    if dice.chance(45.0) {
        set(
            "plan",
            (*dice.weighted(&[("Basic", 60), ("Plus", 25), ("Pro", 12), ("Enterprise", 3)])).into(),
        );
    }
    if dice.chance(18.0) {
        let trade = if name.is_arabic {
            ["مؤسسة", "شركة", "متجر", "مقهى"]
        } else {
            ["Café", "Trading", "Studio", "& Sons"]
        };
        let trade = dice.pick(&trade);
        let own = &name.own;
        set(
            "company",
            if name.is_arabic {
                format!("{trade} {own}")
            } else {
                format!("{own} {trade}")
            }
            .into(),
        );
    }
    if dice.chance(50.0) {
        let points = dice.wait(400);
        set(
            "loyalty_points",
            if dice.chance(5.0) {
                json!(points as f64 + 0.5)
            } else {
                points.into()
            },
        );
    }
    if dice.chance(40.0) {
        set("newsletter", dice.chance(70.0).into());
    }
    if dice.chance(35.0) {
        let born = jiff::civil::date(1955, 1, 1)
            .saturating_add(jiff::Span::new().days(dice.between(0, 19_000)));
        set("birthday", born.to_string().into());
    }
    if dice.chance(15.0) {
        set(
            "preferred_time",
            format!("{:02}:{:02}", dice.between(8, 22), 15 * dice.below(4)).into(),
        );
    }
    if dice.chance(12.0) {
        let until = Timestamp(now.0 + dice.between(-400, 700) * DAY);
        let whole = Timestamp(until.0 - until.0 % (3600 * SECOND));
        set("contract_until", whole.max(created_at).to_string().into());
    }
    if dice.chance(10.0) {
        let size = dice.pick(&["S", "M", "L", "XL"]);
        let colour = dice.pick(&["black", "white", "بيج", "navy"]);
        set(
            "preferences",
            json!({"size": size, "colours": [colour], "gift_wrap": dice.chance(20.0)}),
        );
    }
    all
}
