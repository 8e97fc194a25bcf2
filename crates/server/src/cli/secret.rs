//! Secrets on the command line: given plainly, in a variable, or as `-` on a line of stdin.
//!
//! A secret on the command line is visible to every user of the machine while the command runs,
//! and stays in the shell's history; the other two ways are not.

use std::fmt;
use std::io::BufRead;

use super::failure::Failure;

/// A secret as given; `-` stands for the next line of stdin.
#[derive(Clone)]
pub(super) struct Secret(String);

impl std::str::FromStr for Secret {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

impl Secret {
    /// The secret's text. `what` names it when stdin has ended.
    pub(super) fn read(self, what: &str) -> Result<String, Failure> {
        if self.0 != "-" {
            return Ok(self.0);
        }
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        let line = line.trim_end_matches(['\r', '\n']);
        match read {
            Ok(_) if !line.is_empty() => Ok(line.to_owned()),
            _ => Err(Failure::new(
                "stdin",
                format!("The {what} was to come from stdin, but there is no line for it."),
            )
            .hint("Write one line for each value that is given as -.")),
        }
    }
}
