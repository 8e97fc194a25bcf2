//! People whose ids change: a new number, a new user id, a number they share with us.

use serde_json::json;
use whatsapp::webhook::{IdChange, SharedPhone};

use super::decide::Line;
use super::identity::{Ids, Telling};
use super::keys::phone_alias;
use super::world::{At, World};
use crate::kernel::clock::Timestamp;

impl World {
    /// WhatsApp tells that somebody's ids changed. The new ids join the contact that has the old
    /// ones; where another contact has a new id already, the two are flagged and stay two.
    ///
    /// Told twice, or after the first message with the new id, it changes nothing more. A change of
    /// somebody we never met is nothing to us.
    pub(super) fn ids_changed(
        &mut self,
        line: Line,
        ids: &IdChange,
        at: Timestamp,
        source: &'static str,
    ) {
        let workspace = line.workspace;
        let old = ids
            .old_user_id
            .as_deref()
            .and_then(|user| self.find(workspace, user))
            .or_else(|| self.find_number(workspace, ids.old_wa_id.as_deref()?));
        let Some(contact) = old else { return };
        let new = Ids {
            wa_id: ids.new_wa_id.as_deref(),
            user_id: ids.new_user_id.as_deref(),
            parent_user_id: ids.new_parent_user_id.as_deref(),
        };
        let owners = [
            new.user_id.and_then(|user| self.find(workspace, user)),
            new.wa_id
                .and_then(|digits| self.find(workspace, &phone_alias(digits))),
        ];
        for owner in owners
            .into_iter()
            .flatten()
            .filter(|owner| *owner != contact)
        {
            self.flag(contact, owner, "ids_changed", json!({"source": source}));
        }
        self.learn(contact, new, Telling::Now(at));
    }

    /// The person answered our request for their number with their own contact card.
    pub(super) fn own_number(&mut self, contact: At, phones: &[SharedPhone], at: Timestamp) {
        let workspace = self.contacts[contact.0].workspace;
        for digits in phones.iter().filter_map(|phone| phone.wa_id.as_deref()) {
            match self.find_number(workspace, digits) {
                Some(owner) if owner != contact => {
                    self.flag(contact, owner, "shared_number", json!({}));
                }
                _ => {
                    let own = Ids {
                        wa_id: Some(digits),
                        ..Ids::default()
                    };
                    self.learn(contact, own, Telling::Now(at));
                }
            }
        }
    }
}
