//! What a message adds up to: the activity of its contact and conversation, and the customer's counts.

use serde_json::json;

use super::decide::Line;
use super::world::{At, Place, World};
use crate::kernel::clock::Timestamp;

impl World {
    /// Counts what the person said. `is_news`: somebody of the team should see to it.
    pub(super) fn count_inbound(
        &mut self,
        line: Line,
        contact: At,
        place: Place,
        at: Timestamp,
        is_news: bool,
    ) {
        let known = &mut self.contacts[contact.0];
        known.changed = true;
        if known.account.is_none() || known.last_inbound_at.is_none_or(|last| last <= at) {
            known.account = Some(line.account);
        }
        known.last_inbound_at = known.last_inbound_at.max(Some(at));
        known.last_message_at = known.last_message_at.max(Some(at));
        known.activity_at = known.activity_at.max(at);
        self.customer_of(contact).inbound.add(at);
        self.count_conversation(contact, place);
        if let Place::Here(place) = place {
            let conversation = &mut self.conversations[place.0];
            conversation.changed = true;
            conversation.messages += 1;
            conversation.started_at = conversation.started_at.min(at);
            conversation.last_inbound_at = conversation.last_inbound_at.max(Some(at));
            conversation.last_message_at = conversation.last_message_at.max(at);
            if is_news {
                self.notice_unread(contact, place);
            }
        }
    }

    /// There is something to see to in a conversation.
    pub(super) fn notice_unread(&mut self, contact: At, place: At) {
        let conversation = &mut self.conversations[place.0];
        conversation.changed = true;
        conversation.unread += 1;
        self.wake(contact, place);
    }

    /// Opens a conversation that was put off or waited: somebody should answer again. (After a
    /// resolved one, a message begins another conversation.)
    fn wake(&mut self, contact: At, place: At) {
        let conversation = &mut self.conversations[place.0];
        if conversation.status != "open" {
            let old = std::mem::replace(&mut conversation.status, "open".to_owned());
            let data = json!({
                "conversation_id": conversation.id, "old": old, "new": "open", "reason": "message",
            });
            self.tell(contact, "conversation.status_changed", data);
        }
    }

    pub(super) fn count_outbound(&mut self, contact: At, place: Place, at: Timestamp) {
        let known = &mut self.contacts[contact.0];
        known.changed = true;
        known.last_message_at = known.last_message_at.max(Some(at));
        known.activity_at = known.activity_at.max(at);
        self.customer_of(contact).outbound.add(at);
        self.count_conversation(contact, place);
        if let Place::Here(place) = place {
            let conversation = &mut self.conversations[place.0];
            conversation.changed = true;
            conversation.messages += 1;
            conversation.started_at = conversation.started_at.min(at);
            conversation.last_outbound_at = conversation.last_outbound_at.max(Some(at));
            conversation.last_message_at = conversation.last_message_at.max(at);
        }
    }

    pub(super) fn count_conversation(&mut self, contact: At, place: Place) {
        if let Place::Here(place) = place
            && !std::mem::replace(&mut self.conversations[place.0].spoken, true)
        {
            self.customer_of(contact).conversations += 1;
        }
    }
}
