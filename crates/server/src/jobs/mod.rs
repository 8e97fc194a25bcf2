//! Jobs: work that must happen because of a change, and need not happen before the answer.
//!
//! A job is written in the transaction of the change that needs it ([`enqueue`]), so there is never
//! one without the other. A runner on each node takes what is due and carries it out. What always holds:
//!
//! - A job runs at least once. It may run twice, when a node died or lost the database before it could
//!   say that it was done; so a job begins by looking whether its work is done already.
//! - Jobs with the same order key run one after the other, as they were written; the others side by side.
//! - Whoever runs a job holds a lease: `run_at` is moved to its end, and on while the work lasts. So no
//!   transaction is open meanwhile, and what a node leaves behind becomes due for the others by itself.
//! - What fails is tried again, ever more seldom, and is `dead` in the end: then it waits for a person,
//!   who sees it with its problem and has it tried again or deletes it.
//!
//! Nobody polls: a commit wakes the runners, or the time at which the next job is due.
//! [`model`] says what a job is, [`store`] has the queue, [`runner`] works it off.
mod actions;
mod api;
mod model;
mod runner;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{retry, retry_all};
pub use api::routes;
pub use model::{Job, JobError, Kinds, Options, Turn};
pub use runner::{Runner, start};
pub use store::{JobState, JobView, enqueue, enqueue_all, list};

#[cfg(test)]
pub(crate) use runner::run_due;
