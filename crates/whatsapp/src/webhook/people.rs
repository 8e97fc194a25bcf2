//! People in webhooks, and the three ids by which WhatsApp knows one: a number, a business-scoped
//! user id (BSUID), and the BSUID shared by the companies of one group (the parent).
//!
//! Since 2026 any of them may be absent. BSUIDs have been seen in the place of numbers, so an id is
//! sorted by how it looks and not only by where it stands.

use serde_json::Value;

use super::read::{Object, elements, id, id_at};

/// A person named beside messages, statuses or preferences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The WhatsApp number, digits only.
    pub wa_id: Option<String>,
    /// The business-scoped user id, such as `SA.9f31…`.
    pub user_id: Option<String>,
    /// The id shared by several portfolios, such as `SA.ENT.77…`.
    pub parent_user_id: Option<String>,
    /// The name which the person chose. Changes at will.
    pub name: Option<String>,
    /// The username without `@`. For display only: it can pass to somebody else.
    pub username: Option<String>,
    /// Changes when the person's encryption key does; only with the identity check switched on.
    pub identity_key_hash: Option<String>,
}

/// The ids a person had and has.
///
/// An old id is what the person was known by, even when Meta does not say what took its place; it is
/// absent when unknown and when it is still the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IdChange {
    /// The number before, digits only.
    pub old_wa_id: Option<String>,
    /// The number now, digits only.
    pub new_wa_id: Option<String>,
    /// The BSUID before.
    pub old_user_id: Option<String>,
    /// The BSUID now.
    pub new_user_id: Option<String>,
    /// The parent BSUID before.
    pub old_parent_user_id: Option<String>,
    /// The parent BSUID now.
    pub new_parent_user_id: Option<String>,
}

impl Person {
    pub(super) fn read(value: &Value) -> Option<Self> {
        let object = value.as_object()?;
        let ids = Ids::read(object, ["wa_id", "user_id", "parent_user_id"]);
        let profile = object.get("profile").unwrap_or(&Value::Null);
        let username = id_at(profile, "username").or_else(|| id_at(value, "username"));
        Some(Self {
            wa_id: ids.wa_id,
            user_id: ids.user_id,
            parent_user_id: ids.parent_user_id,
            name: id_at(profile, "name").or_else(|| id_at(value, "name")),
            username: username
                .map(|name| name.trim_start_matches('@').to_owned())
                .filter(|name| !name.is_empty()),
            identity_key_hash: id_at(value, "identity_key_hash"),
        })
    }

    /// Whether both ids are known on both sides and differ.
    fn contradicts(&self, wa_id: Option<&str>, user_id: Option<&str>) -> bool {
        let differ = |ours: &Option<String>, theirs: Option<&str>| {
            ours.as_deref()
                .zip(theirs)
                .is_some_and(|(ours, theirs)| ours != theirs)
        };
        differ(&self.wa_id, wa_id) || differ(&self.user_id, user_id)
    }
}

/// The person a message is from, or a status is for.
///
/// The BSUID decides, then the number; a lone person without a contradicting id is taken as well,
/// since Meta leaves ids out. Of a person named twice, the entry with a name is preferred.
pub fn person_of<'a>(
    people: &'a [Person],
    wa_id: Option<&str>,
    user_id: Option<&str>,
) -> Option<&'a Person> {
    let by_user_id = |person: &&Person| user_id.is_some() && person.user_id.as_deref() == user_id;
    let by_wa_id = |person: &&Person| {
        wa_id.is_some() && person.wa_id.as_deref() == wa_id && !person.contradicts(None, user_id)
    };
    best(people.iter().filter(by_user_id))
        .or_else(|| best(people.iter().filter(by_wa_id)))
        .or_else(|| match people {
            [only] if !only.contradicts(wa_id, user_id) => Some(only),
            _ => None,
        })
}

fn best<'a>(candidates: impl Iterator<Item = &'a Person>) -> Option<&'a Person> {
    // `max_by_key` prefers the last of equals; the first entry should win.
    candidates.min_by_key(|person| person.name.is_none())
}

/// The ids of one person, each where it belongs.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub(super) wa_id: Option<String>,
    pub(super) user_id: Option<String>,
    pub(super) parent_user_id: Option<String>,
}

impl Ids {
    /// Reads the keys of number, BSUID and parent, in this order.
    pub(super) fn read(object: &Object, [wa_id, user_id, parent]: [&str; 3]) -> Self {
        let at = |key| object.get(key).and_then(id);
        let mut ids = Self {
            wa_id: None,
            user_id: at(user_id),
            parent_user_id: at(parent),
        };
        match at(wa_id) {
            Some(id) if is_parent(&id) => ids.parent_user_id = ids.parent_user_id.or(Some(id)),
            Some(id) if is_user_id(&id) => ids.user_id = ids.user_id.or(Some(id)),
            Some(id) => ids.wa_id = digits(&id),
            None => {}
        }
        ids
    }

    /// Like [`Ids::read`], and removes the keys whose content it has read.
    pub(super) fn take(object: &mut Object, keys: [&str; 3]) -> Self {
        let ids = Self::read(object, keys);
        let known = [&ids.wa_id, &ids.user_id, &ids.parent_user_id];
        for key in keys {
            let Some(value) = object.get(key) else {
                continue;
            };
            let read = match id(value) {
                Some(text) => {
                    known.iter().any(|known| known.as_ref() == Some(&text))
                        || (ids.wa_id.is_some() && digits(&text) == ids.wa_id)
                }
                None => value.is_null() || value == "",
            };
            if read {
                object.remove(key);
            }
        }
        ids
    }

    pub(super) fn is_empty(&self) -> bool {
        self.wa_id.is_none() && self.user_id.is_none() && self.parent_user_id.is_none()
    }
}

/// Reads every person of a `contacts` list; gives back the elements that are none.
pub(super) fn people(contacts: Option<Value>) -> (Vec<Person>, Vec<(usize, Value)>) {
    let mut people = Vec::new();
    let mut unreadable = Vec::new();
    for (index, value) in elements(contacts).into_iter().enumerate() {
        match Person::read(&value) {
            Some(person) => people.push(person),
            None => unreadable.push((index, value)),
        }
    }
    (people, unreadable)
}

/// Whether an id looks like a BSUID: two capital letters and a dot.
pub(super) fn is_user_id(id: &str) -> bool {
    matches!(id.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z', b'.', _, ..])
}

fn is_parent(id: &str) -> bool {
    is_user_id(id) && id[3..].starts_with("ENT.")
}

/// A number in digits, without the `+` and the separators people write. `None` for anything else.
pub(super) fn digits(number: &str) -> Option<String> {
    let separator = |c: char| matches!(c, '+' | ' ' | '-' | '(' | ')' | '.' | '\u{a0}');
    let digits: String = number.chars().filter(|&c| !separator(c)).collect();
    let plausible = (1..=20).contains(&digits.len());
    (plausible && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn person(wa_id: &str, user_id: &str, name: &str) -> Person {
        let value = json!({"wa_id": wa_id, "user_id": user_id, "profile": {"name": name}});
        Person::read(&value).expect("an object")
    }

    #[test]
    fn ids_go_where_they_belong_and_empty_strings_are_absent() {
        let swapped = person("SA.9f31", "", "ليلى");
        assert_eq!(
            (swapped.wa_id, swapped.user_id),
            (None, Some("SA.9f31".into()))
        );
        let parent = person("SA.ENT.77", "SA.9f31", "");
        assert_eq!(parent.parent_user_id.as_deref(), Some("SA.ENT.77"));
        assert_eq!(parent.name, None);
        assert_eq!(
            person("+966 50-123", "", "").wa_id.as_deref(),
            Some("96650123")
        );
        assert_eq!(person("not a number", "", "").wa_id, None);
    }

    #[test]
    fn usernames_lose_their_at_sign() {
        let value = json!({"profile": {"name": "Ana", "username": "@ana.b"}, "user_id": "US.1"});
        assert_eq!(
            Person::read(&value).expect("a person").username.as_deref(),
            Some("ana.b")
        );
        assert_eq!(Person::read(&json!("Ana")), None);
    }

    #[test]
    fn the_person_of_a_message_is_found_by_id_and_never_guessed_against_one() {
        let people = [
            person("1", "US.a", ""),
            person("1", "US.a", "Ana"),
            person("2", "", "Bo"),
        ];
        let name = |wa_id, user_id| {
            person_of(&people, wa_id, user_id).and_then(|person| person.name.as_deref())
        };
        assert_eq!(name(None, Some("US.a")), Some("Ana"));
        assert_eq!(name(Some("1"), None), Some("Ana"));
        assert_eq!(name(Some("2"), Some("US.new")), Some("Bo"));
        assert_eq!(name(Some("1"), Some("US.other")), None);
        assert_eq!(name(Some("3"), None), None);

        let lone = [person("1", "", "Ana")];
        assert!(person_of(&lone, None, Some("US.a")).is_some());
        assert!(person_of(&lone, Some("2"), Some("US.a")).is_none());
    }
}
