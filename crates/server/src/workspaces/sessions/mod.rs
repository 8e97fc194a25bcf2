//! Sessions: signing in, being signed in, signing out.
