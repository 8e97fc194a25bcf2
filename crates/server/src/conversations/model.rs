//! Where a conversation stands, and what follows when a member changes that.

use crate::http::Faults;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::MemberId;

crate::words! {
    /// Where a conversation stands.
    pub enum Status {
        /// Somebody should answer.
        Open => "open",
        /// Waits for something else.
        Pending => "pending",
        /// Put off until later.
        Snoozed => "snoozed",
        /// Done with.
        Resolved => "resolved",
    }
}

impl Status {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Open, Self::Pending, Self::Snoozed, Self::Resolved];
    /// Those in which there may be something unread.
    pub(super) const LIVE: [Self; 3] = [Self::Open, Self::Pending, Self::Snoozed];
}

/// What can be changed about a conversation, as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    pub(super) status: Status,
    /// Of a snoozed one; `None`: until the customer writes.
    pub(super) snoozed_until: Option<Timestamp>,
    pub(super) assignee: Option<MemberId>,
    pub(super) unread: i64,
    pub(super) resolved_at: Option<Timestamp>,
}

/// What a caller wants of it; `None` stays as it is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted {
    pub(super) status: Option<Status>,
    pub(super) snoozed_until: Option<Option<Timestamp>>,
    pub(super) assignee: Option<Option<MemberId>>,
    pub(super) unread: Option<bool>,
}

impl State {
    /// The state after the change; values that do not fit each other go to `faults`.
    ///
    /// A resolved conversation has nothing unread, and only a snoozed one has a time to wake at.
    pub(super) fn with(self, wanted: Wanted, now: Timestamp, faults: &mut Faults) -> Self {
        let status = wanted.status.unwrap_or(self.status);
        let is_snoozed = status == Status::Snoozed;
        let is_resolved = status == Status::Resolved;
        match wanted.snoozed_until {
            Some(Some(_)) if !is_snoozed => {
                faults.add("snoozed_until", "is only for the status snoozed");
            }
            Some(Some(until)) if until <= now => {
                faults.add("snoozed_until", "must be in the future");
            }
            _ => {}
        }
        if is_resolved && wanted.unread == Some(true) {
            faults.add("unread", "cannot be true of a resolved conversation");
        }
        Self {
            status,
            snoozed_until: wanted
                .snoozed_until
                .unwrap_or(self.snoozed_until)
                .filter(|_| is_snoozed),
            assignee: wanted.assignee.unwrap_or(self.assignee),
            unread: match wanted.unread {
                _ if is_resolved => 0,
                Some(true) => self.unread.max(1),
                Some(false) => 0,
                None => self.unread,
            },
            resolved_at: is_resolved.then(|| self.resolved_at.unwrap_or(now)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{State, Status, Wanted};
    use crate::http::Faults;
    use crate::kernel::clock::Timestamp;

    const NOW: Timestamp = Timestamp(1_000);

    fn state(status: Status) -> State {
        State {
            status,
            snoozed_until: None,
            assignee: None,
            unread: 2,
            resolved_at: None,
        }
    }

    fn changed(from: State, wanted: Wanted) -> Result<State, ()> {
        let mut faults = Faults::default();
        let to = from.with(wanted, NOW, &mut faults);
        faults.is_empty().then_some(to).ok_or(())
    }

    #[test]
    fn what_belongs_to_a_status_goes_with_it() {
        let until = Some(Timestamp(2_000));
        let snooze = Wanted {
            status: Some(Status::Snoozed),
            snoozed_until: Some(until),
            ..Wanted::default()
        };
        let snoozed = changed(state(Status::Open), snooze).expect("fits");
        assert_eq!((snoozed.snoozed_until, snoozed.unread), (until, 2));
        let to = |status| Wanted {
            status: Some(status),
            ..Wanted::default()
        };
        // Said again without a time, it is no other snooze.
        assert_eq!(changed(snoozed, to(Status::Snoozed)), Ok(snoozed));
        assert_eq!(
            changed(snoozed, to(Status::Pending)),
            Ok(state(Status::Pending))
        );
        let resolved = changed(snoozed, to(Status::Resolved)).expect("fits");
        assert_eq!((resolved.snoozed_until, resolved.unread), (None, 0));
        assert_eq!(resolved.resolved_at, Some(NOW));
        let reopened = changed(resolved, to(Status::Open)).expect("fits");
        assert_eq!(reopened.resolved_at, None);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let until = |at| Some(Some(Timestamp(at)));
        let cases = [
            (Some(Status::Snoozed), until(1_000), None),
            (Some(Status::Open), until(2_000), None),
            (None, until(2_000), None),
            (Some(Status::Resolved), None, Some(true)),
        ];
        for (status, snoozed_until, unread) in cases {
            let wanted = Wanted {
                status,
                snoozed_until,
                unread,
                assignee: None,
            };
            assert_eq!(changed(state(Status::Open), wanted), Err(()), "{wanted:?}");
        }
    }
}
