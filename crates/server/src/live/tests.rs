//! Live updates as a listener hears them, over real HTTP.
mod changes;
mod ear;
mod nodes;
mod resume;
mod rules;
