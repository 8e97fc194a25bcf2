//! The program under test: its folder, its database, its commands and its server.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A data folder and a database of one test's own.
pub(crate) struct Program {
    pub(crate) folder: TempDir,
    pub(crate) database_url: Option<String>,
}

/// What a command answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Program {
    pub(crate) async fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            database_url: schema().await,
        }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A command on this folder and database, in an environment without surprises.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = bare(arguments);
        command.arg("--data").arg(self.data());
        if let Some(url) = &self.database_url {
            command.env("CLIENTELE_DATABASE_URL", url);
        }
        command
    }

    /// Runs a command to its end, with `stdin` to read from.
    pub(crate) fn run(&self, arguments: &[&str], stdin: &str) -> Answer {
        finish(self.command(arguments), stdin)
    }

    /// The result of a command that must succeed.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str], stdin: &str) -> Value {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
        let answer = self.run(&arguments, stdin);
        assert_eq!(answer.code, Some(0), "{answer:?}");
        serde_json::from_str(&answer.out).expect("one JSON document")
    }

    /// The failure of a command that must fail: its `error`.
    #[track_caller]
    pub(crate) fn failure(&self, arguments: &[&str], stdin: &str) -> Value {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
        let answer = self.run(&arguments, stdin);
        assert_eq!(answer.code, Some(1), "{answer:?}");
        failure_in(&answer.err)
    }

    /// A workspace with an owner; gives an API key.
    pub(crate) fn set_up(&self) -> String {
        let setup = [
            "setup",
            "--workspace",
            "قهوة بيت ☕",
            "--email",
            "ana@bayt.example",
            "--password",
            "-",
            "--time-zone",
            "Asia/Riyadh",
            "--region",
            "SA",
        ];
        self.json(&setup, "correct horse battery\n");
        let key = self.json(&["key", "create", "--name", "Shop"], "");
        key["key"].as_str().expect("a key").to_owned()
    }

    /// Connects a number, with these further arguments; what the program says of it.
    pub(crate) fn connect(&self, phone_number_id: &str, more: &[&str]) -> Value {
        let mut arguments = vec![
            "whatsapp",
            "connect",
            "--name",
            "Support",
            "--phone-number-id",
            phone_number_id,
            "--waba-id",
            "1022",
            "--access-token",
            "EAAG-token",
            "--app-secret",
            "s",
            "--verify-token",
            "v",
        ];
        arguments.extend(more);
        self.json(&arguments, "")
    }

    /// Starts the server on a free port.
    pub(crate) fn serve(&self, arguments: &[&str]) -> Server {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0", "--json"]);
        Server::start(command.args(arguments))
    }
}

/// A command without a folder.
pub(crate) fn bare(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clientele"));
    command.args(arguments);
    for (name, _) in std::env::vars() {
        let proxy = name.to_ascii_lowercase().ends_with("_proxy");
        if name.starts_with("CLIENTELE_") || name == "RUST_LOG" || proxy {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a command to its end.
pub(crate) fn finish(mut command: Command, stdin: &str) -> Answer {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A command that fails before it reads closes the pipe; that is its right.
    let _ = child
        .stdin
        .take()
        .expect("stdin")
        .write_all(stdin.as_bytes());
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().expect("it ends");
    Answer {
        code: status.code(),
        out: String::from_utf8(stdout).expect("text"),
        err: String::from_utf8(stderr).expect("text"),
    }
}

/// The `error` that stands on the last line of stderr.
#[track_caller]
pub(crate) fn failure_in(err: &str) -> Value {
    let last = err.lines().last().unwrap_or_default();
    let failure: Value = serde_json::from_str(last).unwrap_or_else(|_| panic!("no JSON: {err}"));
    assert!(failure["error"]["message"].is_string(), "{err}");
    failure["error"].clone()
}

/// A running server; killed when the test ends without stopping it.
pub(crate) struct Server {
    child: Child,
    /// Such as `http://127.0.0.1:41234`.
    pub(crate) url: String,
}

impl Server {
    fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("stdout"));
        out.read_line(&mut line).expect("a line");
        let Ok(ready) = serde_json::from_str::<Value>(&line) else {
            let mut err = String::new();
            let _ = child
                .stderr
                .take()
                .expect("stderr")
                .read_to_string(&mut err);
            panic!("the server did not start: {err}");
        };
        let url = ready["url"].as_str().expect("an address").to_owned();
        Self { child, url }
    }

    /// The address without the scheme.
    pub(crate) fn address(&self) -> &str {
        self.url.strip_prefix("http://").expect("http")
    }

    /// Asks the server to end, as systemd and Docker do.
    pub(crate) fn terminate(&self) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits for the end; the exit code and the log.
    pub(crate) fn ended(mut self) -> (Option<i32>, String) {
        let mut log = String::new();
        let _ = self
            .child
            .stderr
            .take()
            .expect("stderr")
            .read_to_string(&mut log);
        (self.child.wait().expect("it ends").code(), log)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An HTTP client for the tests.
pub(crate) fn client() -> reqwest::Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .no_proxy()
        .build()
        .expect("a client")
}

/// A schema of the test's own, when the run is for PostgreSQL.
async fn schema() -> Option<String> {
    let url = std::env::var("TEST_DATABASE_URL").ok()?;
    let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls)
        .await
        .expect("PostgreSQL answers");
    tokio::spawn(connection);
    let schema = format!("binary_{}", uuid::Uuid::new_v4().simple());
    let prepare = format!(
        "SELECT pg_advisory_lock(7); CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
         SELECT pg_advisory_unlock(7); CREATE SCHEMA {schema}"
    );
    client.batch_execute(&prepare).await.expect("a schema");
    let glue = if url.contains('?') { '&' } else { '?' };
    Some(format!(
        "{url}{glue}options=-c%20search_path%3D{schema}%2Cpublic"
    ))
}
