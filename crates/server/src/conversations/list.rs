//! The list of conversations: filters, pages, and the search for whom they are with.

use super::model::Status;
use super::store::{self, ConversationRow};
use crate::db::{self, Arg, Db, Sql, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, ContactId, ConversationId, CustomerId, MemberId, WorkspaceId};
use crate::search::{self, Query};

/// Conversations that a search for common words walks in one statement.
const STRETCH: i64 = 1_000;
/// The most that it walks for one page: a few milliseconds' work. The next page goes on from there.
const FARTHEST: i64 = 10_000;

/// Who answers a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answered {
    By(MemberId),
    ByNobody,
}

crate::words! {
    /// Whether a conversation's window is open.
    pub enum Opened {
        /// The customer wrote in it within 24 hours.
        Open => "open",
        /// They did not.
        Closed => "closed",
    }
}

/// Which conversations are meant.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    pub(super) status: Option<Status>,
    pub(super) account: Option<AccountId>,
    pub(super) customer: Option<CustomerId>,
    pub(super) contact: Option<ContactId>,
    pub(super) answered: Option<Answered>,
    pub(super) unread: bool,
    /// Whether their window is open, and since when a message must be for that.
    pub(super) window: Option<(Opened, Timestamp)>,
    /// Whom they are with.
    pub(super) query: Option<Query>,
}

/// The place after a row: its latest message, and its id.
pub(super) type After = (i64, i64);

/// A stretch of the list.
pub(super) struct Stretch {
    pub(super) rows: Vec<ConversationRow>,
    /// Where the next one begins; `None` at the end.
    pub(super) next: Option<After>,
}

/// Up to `limit` conversations, the most recently active first. A search that has come far and found
/// little answers with what it has, and where to go on.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    filter: &Filter,
    after: Option<After>,
    limit: i64,
) -> db::Result<Stretch> {
    let found = match &filter.query {
        None => {
            let places = page(workspace, filter, None, after, limit + 1);
            Found::first(places.all(db).await?, limit)
        }
        Some(query) => match search::few(db, workspace, query).await? {
            Some(few) => {
                let places = page(workspace, filter, Some(few), after, limit + 1);
                Found::first(places.all(db).await?, limit)
            }
            None => walk(db, workspace, filter, query, after, limit).await?,
        },
    };
    let rows = store::load(db, workspace, found.ids).await?;
    Ok(Stretch {
        rows,
        next: found.next,
    })
}

/// A conversation's place and its customer.
type Place = (i64, ConversationId, CustomerId);

pub(super) struct Found {
    pub(super) ids: Vec<ConversationId>,
    pub(super) next: Option<After>,
}

impl Found {
    /// The first `limit` of these; there is a next page if there are more.
    fn first(mut places: Vec<Place>, limit: i64) -> Self {
        let more = places.len() as i64 > limit;
        places.truncate(limit as usize);
        let next = places.last().filter(|_| more).map(place_of);
        let ids = places.into_iter().map(|(_, id, _)| id).collect();
        Self { ids, next }
    }
}

fn place_of(place: &Place) -> After {
    (place.0, place.1.0)
}

/// Walks the list and keeps those whose customer matches, for words that very many have.
pub(super) async fn walk(
    db: &Db,
    workspace: WorkspaceId,
    filter: &Filter,
    query: &Query,
    mut after: Option<After>,
    limit: i64,
) -> db::Result<Found> {
    let mut kept = Vec::new();
    for _ in 0..FARTHEST / STRETCH {
        let places: Vec<Place> = page(workspace, filter, None, after, STRETCH)
            .all(db)
            .await?;
        let customers = places.iter().map(|(_, _, customer)| *customer);
        let matching = search::among(db, workspace, query, customers).await?;
        let is_end = (places.len() as i64) < STRETCH;
        let last = places.last().map(place_of);
        kept.extend(
            places
                .into_iter()
                .filter(|(_, _, customer)| matching.contains(customer)),
        );
        if is_end || kept.len() as i64 > limit {
            return Ok(Found::first(kept, limit));
        }
        after = last;
    }
    let ids = kept.into_iter().map(|(_, id, _)| id).collect();
    Ok(Found { ids, next: after })
}

/// The index that gives the rows of a page in order, by what it begins with. All other conditions are
/// tested row by row; the fewest rows have to be when the first of these is taken that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// People have few conversations: theirs are looked up and sorted.
    Contact,
    Customer,
    Assignee,
    Unread,
    /// Open windows are few beside all conversations: they are sorted.
    Window,
    Nobody,
    Account,
    Status,
}

impl Lead {
    fn of(filter: &Filter, few: Option<&[CustomerId]>) -> Self {
        match filter {
            Filter {
                contact: Some(_), ..
            } => Self::Contact,
            Filter {
                customer: Some(_), ..
            } => Self::Customer,
            _ if few.is_some() => Self::Customer,
            Filter {
                answered: Some(Answered::By(_)),
                ..
            } => Self::Assignee,
            Filter { unread: true, .. } => Self::Unread,
            Filter {
                window: Some((Opened::Open, _)),
                ..
            } => Self::Window,
            Filter {
                answered: Some(Answered::ByNobody),
                ..
            } => Self::Nobody,
            Filter {
                account: Some(_), ..
            } => Self::Account,
            _ => Self::Status,
        }
    }

    /// Whether its index has a range per status, which have to be merged.
    fn is_by_status(self) -> bool {
        matches!(
            self,
            Self::Assignee | Self::Nobody | Self::Account | Self::Status
        )
    }
}

/// The places of a page. What the leading index has is compared plainly; `+ 0` and `NOT … <>` keep
/// SQLite, which knows no counts, from choosing another one. (Of what is unread it does so only for a
/// status; PostgreSQL, which knows them, stops early when it is told plainly how common the rest is.)
fn page(
    workspace: WorkspaceId,
    filter: &Filter,
    few: Option<Vec<CustomerId>>,
    after: Option<After>,
    limit: i64,
) -> Sql {
    let lead = Lead::of(filter, few.as_deref());
    let (time, id) = after.unwrap_or((i64::MAX, i64::MAX));
    let mut args: Vec<Arg> = vec![workspace.into(), time.into(), id.into(), limit.into()];
    let mut conditions = String::new();
    let mut want = |column: &str, leads: bool, value: Arg| {
        args.push(value);
        let is_plain = leads || lead == Lead::Unread;
        let guard = if is_plain { "" } else { " + 0" };
        let place = args.len();
        conditions += &match args.last() {
            Some(Arg::List(_)) => format!(" AND {column}{guard} = ANY(${place})"),
            _ => format!(" AND {column}{guard} = ${place}"),
        };
    };
    if let Some(contact) = filter.contact {
        want("contact_id", lead == Lead::Contact, contact.into());
    }
    let by_customer = lead == Lead::Customer;
    if let Some(customer) = filter.customer {
        want("customer_id", by_customer, customer.into());
    }
    if let Some(few) = few {
        let leads = by_customer && filter.customer.is_none();
        let few: Vec<Arg> = few.into_iter().map(Arg::from).collect();
        want("customer_id", leads, few.into());
    }
    if let Some(account) = filter.account {
        want("account_id", lead == Lead::Account, account.into());
    }
    if let Some(Answered::By(member)) = filter.answered {
        want("assignee_id", lead == Lead::Assignee, member.into());
    }
    if let Some((opened, since)) = filter.window {
        args.push(since.into());
        let (place, guard) = match lead {
            Lead::Window => (args.len(), ""),
            _ => (args.len(), " + 0"),
        };
        conditions += &match opened {
            Opened::Open => format!(" AND last_inbound_at{guard} > ${place}"),
            Opened::Closed => format!(" AND COALESCE(last_inbound_at, 0) <= ${place}"),
        };
    }
    if filter.answered == Some(Answered::ByNobody) {
        conditions += match lead {
            Lead::Nobody | Lead::Unread => " AND assignee_id IS NULL",
            _ => " AND assignee_id + 0 IS NULL",
        };
    }
    if filter.unread {
        conditions += match lead {
            Lead::Unread => " AND unread_count > 0",
            _ => " AND unread_count + 0 > 0",
        };
    }
    let order = match lead {
        Lead::Window => "last_message_at + 0 DESC, id DESC",
        _ => "last_message_at DESC, id DESC",
    };
    let own = match lead {
        Lead::Contact | Lead::Customer => "workspace_id + 0 = $1",
        _ => "workspace_id = $1",
    };
    // An expression that no index has.
    let place = match lead {
        Lead::Window => "(last_message_at + 0, id)",
        _ => "(last_message_at, id)",
    };
    let range = |status: &str| {
        format!(
            "SELECT last_message_at, id, customer_id FROM conversations
             WHERE {own} AND {place} < ($2, $3){conditions}{status}
             ORDER BY {order} LIMIT $4"
        )
    };
    let of_status = |status: &Status| range(&format!(" AND status = '{}'", status.as_str()));
    let text = match (lead.is_by_status(), filter.status) {
        (true, Some(status)) => of_status(&status),
        (true, None) => {
            let statuses: &[Status] = if filter.unread {
                &Status::LIVE
            } else {
                &Status::ALL
            };
            let ranges = statuses.iter().map(of_status);
            let ranges: Vec<String> = ranges
                .map(|range| format!("SELECT * FROM ({range}) r"))
                .collect();
            ranges.join(" UNION ALL ")
        }
        (false, Some(status)) => range(&format!(" AND NOT status <> '{}'", status.as_str())),
        (false, None) => range(""),
    };
    sql(format!(
        "SELECT w.last_message_at, w.id, w.customer_id FROM ({text}) w
         ORDER BY w.last_message_at DESC, w.id DESC LIMIT $4"
    ))
    .bind_all(args)
}
