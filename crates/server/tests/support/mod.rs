//! The real program in a test: an installation of its own, served on a free port, killed at will.
//!
//! What the program logs is kept in the installation's folder and shown when a test fails.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A data folder and, for PostgreSQL, the URL of a database. Removed when dropped.
pub(crate) struct Installation {
    folder: TempDir,
    database_url: Option<String>,
}

impl Installation {
    /// An empty one, on SQLite without a URL.
    pub(crate) fn new(database_url: Option<String>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            folder,
            database_url,
        }
    }

    /// The data folder.
    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    /// Runs a command to its end; what it prints with `--json`.
    pub(crate) fn run(&self, arguments: &[&str]) -> Value {
        let output = self.command().args(arguments).output().expect("it runs");
        let problem = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?} failed: {problem}");
        serde_json::from_slice(&output.stdout).expect("JSON")
    }

    /// Starts the server on a free port, and waits until it listens.
    pub(crate) fn serve(&self) -> Server {
        let mut server = self.spawn();
        let mut line = String::new();
        server.stdout.read_line(&mut line).expect("its first line");
        let ready: Value = serde_json::from_str(&line)
            .unwrap_or_else(|_| panic!("it did not start:\n{}", self.log()));
        server.url = ready["url"].as_str().expect("an address").to_owned();
        server
    }

    /// Starts the server without waiting for anything; its URL is not known.
    pub(crate) fn spawn(&self) -> Server {
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.data().join("server.log"))
            .expect("a log");
        let mut child = self
            .command()
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("it starts");
        let stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        Server {
            child,
            stdout,
            url: String::new(),
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(program());
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("CLIENTELE_") {
                command.env_remove(name);
            }
        }
        command.env("CLIENTELE_LOG", "warn");
        command.arg("--json").arg("--data").arg(self.data());
        if let Some(url) = &self.database_url {
            command.args(["--database-url", url]);
        }
        command.stdin(Stdio::null());
        command
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.data().join("server.log")).unwrap_or_default()
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().collect();
            let tail = &lines[lines.len().saturating_sub(60)..];
            eprintln!("the server's log ends so:\n{}", tail.join("\n"));
        }
    }
}

/// A server that runs. Killed when dropped.
pub(crate) struct Server {
    child: Child,
    // Held open, or the server would have nobody to print to.
    stdout: BufReader<ChildStdout>,
    /// Where it listens, such as `http://127.0.0.1:41234`.
    pub(crate) url: String,
}

impl Server {
    /// Ends it as a power failure of the process: SIGKILL, nothing is finished.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill(); // it may have ended already
        let _ = self.child.wait();
    }

    /// Whether it still runs.
    pub(crate) fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The program that was built with this test, also when the build was moved.
fn program() -> String {
    std::env::var("NEXTEST_BIN_EXE_clientele")
        .unwrap_or_else(|_| env!("CARGO_BIN_EXE_clientele").to_owned())
}
