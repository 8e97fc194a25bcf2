//! Costs as a user of the API sees them.
