//! PostgreSQL for these tests: a database of their own, and a cluster that may be killed.

use std::fs::File;
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};
use url::Url;

/// How long PostgreSQL may take to start, to recover included.
const START: Duration = Duration::from_secs(60);

/// A database in the cluster of `TEST_DATABASE_URL`; dropped with this value.
pub(crate) struct Database {
    admin: String,
    name: String,
    pub(crate) url: String,
}

impl Database {
    /// A new, empty database; `None` when there is no PostgreSQL to test with.
    pub(crate) async fn create() -> Option<Self> {
        let admin = std::env::var("TEST_DATABASE_URL").ok()?;
        let name = format!("clientele_crash_{:016x}", rand::random::<u64>());
        let client = connect(&admin).await.expect("PostgreSQL answers");
        client
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .await
            .expect("a database");
        let mut url = Url::parse(&admin).expect("a URL");
        url.set_path(&name);
        Some(Self {
            admin,
            name,
            url: url.into(),
        })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        let admin = self.admin.clone();
        // Also when the test failed, so in a thread with a runtime of its own.
        let _ = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async {
                if let Ok(client) = connect(&admin).await {
                    let _ = client.batch_execute(&drop).await; // a leftover harms nobody
                }
            });
        })
        .join();
    }
}

async fn connect(url: &str) -> Result<Client, tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

/// A cluster of our own, as durable as PostgreSQL is by default. Killed and removed when dropped.
pub(crate) struct Cluster {
    folder: TempDir,
    programs: PathBuf,
    /// The user and group that run it, when we are root, whom PostgreSQL refuses.
    owner: Option<(u32, u32)>,
    port: u16,
    postmaster: Option<Child>,
}

impl Cluster {
    pub(crate) fn create() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/with-postgres");
        let programs = said(Command::new(script).arg("--where"));
        let folder = tempfile::tempdir().expect("a folder");
        let owner = owner();
        if let Some((user, group)) = owner {
            chown(folder.path(), Some(user), Some(group)).expect("given to the owner");
        }
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("a port").port();
        let cluster = Self {
            folder,
            programs: programs.into(),
            owner,
            port,
            postmaster: None,
        };
        let mut initdb = cluster.command("initdb");
        initdb
            .args(["--username", "postgres", "--auth", "trust"])
            .args(["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]);
        said(&mut initdb);
        cluster
    }

    /// The database that every cluster has.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts it, and waits until it lets somebody in.
    pub(crate) async fn start(&mut self) {
        let deadline = Instant::now() + START;
        loop {
            // It ends at once while sessions of the last one are still ending.
            let running = match &mut self.postmaster {
                Some(child) => child.try_wait().expect("a state").is_none(),
                None => false,
            };
            if !running {
                self.postmaster = Some(self.spawn());
            }
            if connect(&self.url()).await.is_ok() {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "it does not start:\n{}",
                self.log()
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Kills all of its processes at once: SIGKILL, nothing is finished.
    pub(crate) fn kill(&mut self) {
        let Some(mut postmaster) = self.postmaster.take() else {
            return;
        };
        let main = postmaster.id().to_string();
        signal("STOP", &[&main]); // so that it starts no more of them while we look
        let all = said(Command::new("ps").args(["-A", "-o", "pid=,ppid="]));
        let mut doomed = vec![main.as_str()];
        doomed.extend(all.lines().filter_map(|line| {
            let (pid, parent) = line.trim().split_once(char::is_whitespace)?;
            (parent.trim() == main).then_some(pid)
        }));
        signal("KILL", &doomed);
        let _ = postmaster.wait();
    }

    fn spawn(&self) -> Child {
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.folder.path().join("server.log"))
            .expect("a log");
        self.command("postgres")
            .args(["-p", &self.port.to_string(), "-k"])
            .arg(self.folder.path())
            .args(["-c", "listen_addresses=127.0.0.1"])
            .args(["-c", "fsync=on", "-c", "synchronous_commit=on"])
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("PostgreSQL")
    }

    /// One of PostgreSQL's programs, for this cluster and as its owner.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command
            .current_dir(self.folder.path())
            .arg("-D")
            .arg(self.folder.path().join("data"))
            .stdin(Stdio::null());
        if let Some((user, group)) = self.owner {
            command.uid(user).gid(group);
        }
        command
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("server.log")).unwrap_or_default()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Who runs the cluster when we are root: `postgres`, else `nobody`.
fn owner() -> Option<(u32, u32)> {
    let id = |arguments: &[&str]| -> Option<u32> {
        let output = Command::new("id").args(arguments).output().ok()?;
        String::from_utf8_lossy(&output.stdout).trim().parse().ok()
    };
    if id(&["-u"]) != Some(0) {
        return None;
    }
    ["postgres", "nobody"]
        .iter()
        .find_map(|name| Some((id(&["-u", name])?, id(&["-g", name])?)))
}

/// What a command prints; it must succeed.
fn said(command: &mut Command) -> String {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().expect("it runs");
    let problem = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{command:?}: {problem}");
    String::from_utf8_lossy(&stdout).trim().to_owned()
}

fn signal(name: &str, processes: &[&str]) {
    // Those that have ended meanwhile are no failure. `kill` is part of every shell.
    let _ = Command::new("sh")
        .args(["-c", &format!("kill -{name} {}", processes.join(" "))])
        .stderr(Stdio::null())
        .status();
}
