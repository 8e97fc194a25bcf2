//! The contacts API as its users see it.

mod changes;
mod forgetting;
mod reads;
