//! Made-up people: a workspace full of customers to try things with, and to measure on.
//!
//! They have what real ones have: names in Arabic and Latin letters, numbers of a dozen countries, or
//! none at all; tags, typed attributes, consent, owners; and conversations, few for most people and
//! many for some, mostly of the last weeks. A seed decides who they are. The rows are those that the
//! API itself would have written, counters and search included; `tests` compares them. What is not
//! made up: webhook bodies, jobs, and the trail of statuses behind a message's latest one.
//!
//! [`fill`] works next to a running server, in transactions of moderate length.
mod catalogue;
mod dice;
mod names;
mod person;
mod phrases;
mod places;
mod store;
mod talk;
#[cfg(test)]
mod tests;

use catalogue::Catalogue;
use dice::Dice;
use person::{Person, Start};

use crate::app::App;
use crate::db;
use crate::http::ApiResult;
use crate::kernel::clock::{DAY, SECOND, Timestamp};
use crate::kernel::ids::WorkspaceId;

/// People in one transaction.
const BATCH: u64 = 2_000;
/// How long ago the first of them came, at most.
const HISTORY: i64 = 3 * 365 * DAY;

/// What to make.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many customers.
    pub customers: u64,
    /// How many messages they exchange with the business, altogether.
    pub messages: u64,
    /// Who they are.
    pub seed: u64,
}

/// Adds made-up customers to a workspace. `progress` hears how many are done, of how many.
///
/// What they refer to and is missing is made: tags, attribute definitions, and an account when the
/// workspace has none. Running it again adds other people.
///
/// # Errors
///
/// What the database says. The batches before it stay.
pub async fn fill(
    app: &App,
    workspace: WorkspaceId,
    plan: Plan,
    progress: impl Fn(u64, u64),
) -> ApiResult<()> {
    let now = app.clock.now();
    let with_account = plan.customers > 0 && plan.messages > 0;
    let catalogue = Catalogue::prepare(app, workspace, with_account, now).await?;
    let before = store::newest(&app.db).await?;
    let mut crowd = Crowd {
        plan,
        seed: plan.seed ^ before.rotate_left(20) ^ workspace.0.unsigned_abs().rotate_left(40),
        now,
        made: 0,
        messages_left: plan.messages,
    };
    progress(0, plan.customers);
    let mut next = crowd.batch();
    while !next.is_empty() {
        let mut people = next;
        // The next ones are made up while these are written.
        let making = tokio::task::spawn_blocking(move || {
            let next = crowd.batch();
            (crowd, next)
        });
        let mut tx = app.db.begin().await?;
        store::make_numbers_unique(&mut tx, &catalogue, &mut people).await?;
        store::write(&mut tx, &catalogue, &people).await?;
        tx.commit().await?;
        let made;
        (crowd, made) = making
            .await
            .map_err(|error| db::Error::Engine(error.to_string()))?;
        progress(crowd.made - made.len() as u64, plan.customers);
        next = made;
    }
    Ok(store::settle(&app.db).await?)
}

/// The people to be made, in the order in which they came.
struct Crowd {
    plan: Plan,
    seed: u64,
    now: Timestamp,
    made: u64,
    messages_left: u64,
}

impl Crowd {
    fn batch(&mut self) -> Vec<Person> {
        let end = self.plan.customers.min(self.made + BATCH);
        let people = (self.made..end).map(|index| self.person(index)).collect();
        self.made = end;
        people
    }

    fn person(&mut self, index: u64) -> Person {
        let mut dice = Dice::of(self.seed, index);
        // The business grows: half of the people came in the last third of its history.
        let share = (index as f64 + dice.unit()) / self.plan.customers as f64;
        let since = HISTORY as f64 * share.powf(0.6);
        let came = self.now.0 - HISTORY + since as i64;
        let created_at = Timestamp(came.min(self.now.0) / SECOND * SECOND);
        let messages = self.messages(index, &mut dice);
        let start = Start {
            created_at,
            now: self.now,
            messages,
        };
        Person::make(dice, start)
    }

    /// How many messages the next person gets: nothing for many, a few for most, hundreds for some.
    ///
    /// What is left is spread over whoever is left, so that the sum is as planned in the end.
    fn messages(&mut self, index: u64, dice: &mut Dice) -> u64 {
        let people_left = self.plan.customers - index;
        if people_left == 1 {
            return std::mem::take(&mut self.messages_left);
        }
        let mean = self.messages_left as f64 / people_left as f64;
        // Of a mean of about one: four in ten are silent, and the others' tail is a power law.
        let weight = if dice.chance(40.0) {
            0.0
        } else {
            0.55 * (1.0 - dice.unit()).powf(-0.65)
        };
        let wanted = (mean * weight.min(300.0) + dice.unit()) as u64;
        let given = wanted.min(self.messages_left);
        self.messages_left -= given;
        given
    }
}
