//! Customers: the people a business talks to, and the addresses at which they can be reached.
//!
//! A customer is one person as one workspace knows them. A contact is one way to reach them; every
//! contact belongs to exactly one customer, and no address belongs to two contacts: all forms under
//! which WhatsApp may know a number count as one address. People without a phone number are
//! customers like any other.
//!
//! Every change is told to the timeline in the transaction that makes it. Deleting a customer is a
//! real delete; what stays is an event without personal data and, for those who opted out, keyed
//! hashes of their addresses. Start reading at [`create`], [`add_contact`] and [`fn@update`].
mod actions;
mod api;
pub mod attributes;
mod delete;
mod facts;
mod forget;
mod input;
mod list;
mod model;
mod notes;
mod responses;
mod store;
pub mod tags;
#[cfg(test)]
mod tests;
mod update;
mod view;

pub use actions::{add_contact, create, create_with_contact};
pub use api::routes;
pub use delete::{delete, delete_contact};
pub use facts::{catalogue, load_facts};
pub use model::{AddContactError, Language, NewContact, NewCustomer, Source, Stage, Taken};
pub use store::{count, exists, find_contact, forms, job_order, name_of, touch};
pub use update::{Patch, update};
pub use view::{CustomerView, load_views};
