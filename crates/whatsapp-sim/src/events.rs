//! What happens, as it happens: for phones on a screen and for scripts that wait.

use serde_json::{Value, json};

use crate::people::PersonId;
use crate::state::State;

/// Something that just happened. `GET /sim/events` sends these as Server-Sent Events.
///
/// | name | data |
/// |---|---|
/// | `message` | a new message: `person`, `phone_number_id`, `message` |
/// | `message_changed` | its state, reactions or words: the same keys |
/// | `typing` | the business types: `person`, `phone_number_id` |
/// | `person` | somebody is new or changed: the person |
/// | `template` | a template is new or changed: the template |
#[derive(Debug, Clone)]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// Its data.
    pub data: Value,
}

impl State {
    /// Tells listeners, if there are any; `data` is only made when there are.
    fn event(&self, name: &'static str, data: impl FnOnce() -> Option<Value>) {
        if self.events.receiver_count() == 0 {
            return;
        }
        if let Some(data) = data() {
            // Fails when the last listener has just left.
            let _ = self.events.send(Event { name, data });
        }
    }

    /// Tells of a message that is new, or has changed.
    pub(crate) fn message_event(&self, wamid: &str, is_new: bool) {
        let name = if is_new { "message" } else { "message_changed" };
        self.event(name, || {
            let (person, phone, message) = self.threads.find(wamid)?;
            Some(json!({"person": person, "phone_number_id": phone, "message": message}))
        });
    }

    pub(crate) fn typing_event(&self, person: PersonId, phone: &str) {
        self.event("typing", || {
            Some(json!({"person": person, "phone_number_id": phone}))
        });
    }

    pub(crate) fn person_event(&self, id: PersonId) {
        self.event("person", || {
            serde_json::to_value(self.person(id).ok()?.view()).ok()
        });
    }

    pub(crate) fn template_event(&self, id: u64) {
        self.event("template", || Some(self.templates.get(&id)?.view()));
    }
}
