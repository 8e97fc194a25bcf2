//! What WhatsApp tells of people: a new number, a new user id, a new phone, a number they share.

use serde_json::json;
use whatsapp::webhook::{IdChange, Inbound, SharedPhone, SystemKind};

use super::decide::Line;
use super::identity::{Ids, Telling};
use super::keys::message_key;
use super::world::{At, World};
use crate::kernel::clock::Timestamp;

impl World {
    /// A system message: no message to show, but an entry in the timeline, and ids that changed.
    /// False when it is about nobody we know.
    pub(super) fn system(
        &mut self,
        line: Line,
        message: &Inbound,
        (kind, ids): (&SystemKind, &IdChange),
    ) -> bool {
        let at = Timestamp(message.timestamp);
        let mut ids = ids.clone();
        ids.old_wa_id = ids.old_wa_id.or_else(|| message.from.clone());
        let Some((contact, moved)) = self.ids_changed(line, &ids, at, "system") else {
            return false;
        };
        let known = &mut self.contacts[contact.0];
        if *kind == SystemKind::NumberChanged && moved && ids.new_user_id.is_none() {
            // Another number is another user id (reference 9.2). Which one, their next message says.
            known.bsuid = None;
            known.changed = true;
        }
        let data = json!({
            "type": message.payload["system"]["type"], "body": message.text,
            "old_number": ids.old_wa_id, "number": ids.new_wa_id,
            "old_user_id": ids.old_user_id, "user_id": ids.new_user_id,
            "wamid": message.wamid,
        });
        let once = message_key(&message.wamid);
        self.tell_once(contact, "contact.system_message", data, once);
        true
    }

    /// WhatsApp tells that somebody's ids changed. The new ids join the contact that has the old
    /// ones; where another contact has a new id already, the two are flagged and stay two.
    ///
    /// Told twice, or after the first message with the new id, it changes nothing more. Who it is,
    /// and whether they have another number now; `None` when we never met them.
    pub(super) fn ids_changed(
        &mut self,
        line: Line,
        ids: &IdChange,
        at: Timestamp,
        source: &'static str,
    ) -> Option<(At, bool)> {
        let workspace = line.workspace;
        let new = Ids {
            wa_id: ids.new_wa_id.as_deref(),
            user_id: ids.new_user_id.as_deref(),
            parent_user_id: ids.new_parent_user_id.as_deref(),
        };
        let user = |user: Option<&str>| self.find(workspace, user?);
        let number = |digits: Option<&str>| self.find_number(workspace, digits?);
        let owners = [user(new.user_id), number(new.wa_id)];
        let contact = user(ids.old_user_id.as_deref())
            .or_else(|| number(ids.old_wa_id.as_deref()))
            .or(owners[0])
            .or(owners[1])?;
        for owner in owners.into_iter().flatten() {
            if owner != contact {
                self.flag(contact, owner, "ids_changed", json!({"source": source}));
            }
        }
        let moved = self.learn(contact, new, Telling::Now(at));
        Some((contact, moved))
    }

    /// The person answered our request for their number with their own contact card.
    pub(super) fn own_number(&mut self, contact: At, phones: &[SharedPhone], at: Timestamp) {
        let workspace = self.contacts[contact.0].workspace;
        for digits in phones.iter().filter_map(SharedPhone::number) {
            match self.find_number(workspace, &digits) {
                Some(owner) if owner != contact => {
                    self.flag(contact, owner, "shared_number", json!({}));
                }
                _ => {
                    let own = Ids {
                        wa_id: Some(&digits),
                        ..Ids::default()
                    };
                    self.learn(contact, own, Telling::Now(at));
                }
            }
        }
    }
}
