//! `clientele doctor`: looks at everything that can be wrong, and says what to do about it.
//!
//! It changes nothing: a missing database or key is reported rather than made, and a schema of
//! another version is left as it is.

use std::os::unix::fs::PermissionsExt;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::Global;
use super::failure::{Failure, missing_key, sentence};
use super::output::Output;
use crate::access::Actor;
use crate::accounts;
use crate::app::App;
use crate::config::Config;
use crate::db::{self, Db, sql};
use crate::kernel::clock::{Clock, SECOND};
use crate::secrets::Secrets;
use crate::simulator::clock_ahead;
use crate::workspaces;

/// How long the search for damage may take.
const SEARCH: Duration = Duration::from_secs(3600);
/// Below this many free bytes the disk is as good as full.
const LITTLE_ROOM: u64 = 500 * 1024 * 1024;
/// How far clocks may be apart, microseconds.
const APART: i64 = 60 * SECOND;
/// 2026-01-01, microseconds: before this the program did not exist.
const BEGINNING: i64 = 1_767_225_600 * SECOND;

/// Look for what is wrong: database, disk, clock, configuration, accounts
///
/// Repairs nothing; what Meta says about the accounts is kept with them. The exit code is 1 when
/// something is wrong.
#[derive(Args)]
pub(super) struct Doctor {
    /// Do not ask Meta about the accounts
    #[arg(long)]
    offline: bool,
}

/// What was looked at.
#[derive(Debug, Serialize)]
struct Check {
    name: String,
    ok: bool,
    message: String,
}

#[derive(Default)]
struct Report(Vec<Check>);

impl Report {
    fn add(&mut self, name: impl Into<String>, ok: bool, message: impl Into<String>) {
        self.0.push(Check {
            name: name.into(),
            ok,
            message: message.into(),
        });
    }
}

pub(super) async fn run(
    global: Global,
    command: Doctor,
    output: Output,
) -> Result<ExitCode, Failure> {
    let config = global.config(None)?;
    let mut report = Report::default();
    look_at_folder(&config, &mut report);
    let db = open_database(&config, &mut report).await;
    look_at_key(&config, db.as_ref(), &mut report).await;
    if let Some(db) = db
        && look_at_schema(&db, &mut report).await
    {
        look_at_engine(&db, &mut report).await;
        look_at_clock(&db, &mut report).await;
        look_at_accounts(&config, command.offline, &mut report).await;
    }
    let ok = report.0.iter().all(|check| check.ok);
    let configuration: serde_json::Map<String, serde_json::Value> = config
        .describe()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
    let result = serde_json::json!({"ok": ok, "checks": report.0, "configuration": configuration});
    output.result(&result, |_| text(&report, &config));
    Ok(if ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn text(report: &Report, config: &Config) -> String {
    let mut lines = vec!["The settings as understood:".to_owned()];
    for (name, value) in config.describe() {
        lines.push(format!("    {name} = {value}"));
    }
    for check in &report.0 {
        let sign = if check.ok { '✓' } else { '✗' };
        lines.push(format!("{sign} {}: {}", check.name, check.message));
    }
    let wrong = report.0.iter().filter(|check| !check.ok).count();
    lines.push(match wrong {
        0 => "All is well.".to_owned(),
        1 => "One thing is wrong.".to_owned(),
        many => format!("{many} things are wrong."),
    });
    lines.join("\n")
}

fn look_at_folder(config: &Config, report: &mut Report) {
    let folder = config.data.display();
    if !config.data.is_dir() {
        let message = format!("{folder} does not exist yet; clientele setup makes it.");
        return report.add("data folder", config.database_url.is_some(), message);
    }
    match crate::app::usable(&config.data) {
        Ok(()) => report.add("data folder", true, format!("{folder} can be written.")),
        Err(error) => {
            let failure = Failure::folder(&folder.to_string(), &error);
            report.add("data folder", false, failure.sentences());
        }
    }
    if let Ok(disk) = rustix::fs::statvfs(&config.data) {
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        let megabytes = free / (1024 * 1024);
        let message = format!("{megabytes} MiB are free.");
        report.add("disk", free >= LITTLE_ROOM, message);
    }
}

async fn look_at_key(config: &Config, db: Option<&Db>, report: &mut Report) {
    look_at_key_file(config, db, report).await;
    // A damaged key is told by whoever opens the program.
    if let (Ok(Some(secrets)), Some(db)) = (
        Secrets::find(config.secret_key.as_deref(), &config.data),
        db,
    ) && let Ok(count) = accounts::count_sealed_otherwise(db, &secrets).await
        && count > 0
    {
        let message = format!(
            "{count} WhatsApp apps were sealed with another key: their webhooks cannot be \
             verified. {}",
            missing_key()
        );
        report.add("stored secrets", false, message);
    }
}

async fn look_at_key_file(config: &Config, db: Option<&Db>, report: &mut Report) {
    if config.secret_key.is_some() {
        return report.add("secret key", true, "It comes from the settings.");
    }
    let file = Secrets::file(&config.data);
    let Ok(known) = std::fs::metadata(&file) else {
        // A database without tables has nothing sealed.
        let needed = match db {
            Some(db) => crate::app::has_sealed(db).await.unwrap_or(false),
            None => false,
        };
        let file = file.display();
        let message = match needed {
            true => format!(
                "{file} is missing, and the database holds secrets that were sealed with it. {}",
                missing_key()
            ),
            false => format!("{file} is not there; it is made at the first start."),
        };
        return report.add("secret key", !needed, message);
    };
    let mode = known.permissions().mode() & 0o777;
    let private = mode & 0o077 == 0;
    let message = if private {
        "Only its owner can read it. Keep a copy apart from the database's.".to_owned()
    } else {
        format!(
            "{0} can be read by others (mode {mode:o}): chmod 600 {0}",
            file.display()
        )
    };
    report.add("secret key", private, message);
}

async fn open_database(config: &Config, report: &mut Report) -> Option<Db> {
    let opened = match &config.database_url {
        Some(url) => Db::open_postgres(url).await,
        None => {
            let file = config.data.join("clientele.db");
            if !file.exists() {
                let message = format!("{} is not there; clientele setup makes it.", file.display());
                report.add("database", false, message);
                return None;
            }
            Db::open_sqlite(&file)
        }
    };
    opened
        .map_err(|error| {
            report.add(
                "database",
                false,
                Failure::database(&error, config).sentences(),
            );
        })
        .ok()
}

/// Whether the schema is this program's, so that the rest can be looked at.
async fn look_at_schema(db: &Db, report: &mut Report) -> bool {
    let version: db::Result<(Option<i64>,)> = sql("SELECT MAX(version) FROM schema_migrations")
        .one(db)
        .await;
    let latest = db::latest_version();
    let engine = if db.is_sqlite() {
        "SQLite"
    } else {
        "PostgreSQL"
    };
    match version {
        Ok((Some(found),)) if found == latest => {
            report.add(
                "database",
                true,
                format!("{engine} answers; its schema is version {found}."),
            );
            true
        }
        Ok((found,)) => {
            let found = found.unwrap_or(0);
            let advice = if found > latest {
                "install a newer Clientele"
            } else {
                "clientele serve brings it up to date"
            };
            let message = format!(
                "{engine} answers, but its schema is version {found} and this program's {latest}; {advice}."
            );
            report.add("database", false, message);
            false
        }
        Err(error) => {
            let message =
                format!("{engine} has no schema yet; clientele setup makes it. ({error})");
            report.add("database", false, message);
            false
        }
    }
}

async fn look_at_engine(db: &Db, report: &mut Report) {
    if db.is_sqlite() {
        let found: db::Result<Vec<(String,)>> = sql("SELECT quick_check FROM pragma_quick_check")
            .within(SEARCH)
            .all(db)
            .await;
        return match found {
            Ok(rows) if rows.iter().all(|(row,)| row == "ok") => {
                report.add("database file", true, "No damage was found.");
            }
            Ok(rows) => {
                let first = rows.first().map(|(row,)| row.as_str()).unwrap_or_default();
                let message = format!("It is damaged: {first}. Put back a backup.");
                report.add("database file", false, message);
            }
            Err(error) => report.add("database file", false, sentence(&error)),
        };
    }
    let version: db::Result<(String,)> = sql("SELECT current_setting('server_version')")
        .one(db)
        .await;
    if let Ok((version,)) = version {
        let major = version
            .split('.')
            .next()
            .and_then(|major| major.parse().ok());
        let enough = major.is_some_and(|major: u32| major >= 15);
        report.add(
            "PostgreSQL",
            enough,
            format!("Version {version}; 15 or newer is needed."),
        );
    }
    let trigrams: db::Result<(i64,)> = sql("SELECT CAST(cardinality(show_trgm('محمد')) AS BIGINT)")
        .one(db)
        .await;
    match trigrams {
        Ok((count,)) if count > 0 => {
            report.add("search", true, "pg_trgm is there and reads Arabic.");
        }
        Ok(_) => report.add(
            "search",
            false,
            "pg_trgm sees no letters in Arabic text, so searching is slow. Make the database anew \
             with a UTF-8 locale, such as C.UTF-8 (createdb --template template0 --locale C.UTF-8).",
        ),
        Err(error) => {
            let message = format!("The extension pg_trgm is missing: CREATE EXTENSION pg_trgm. ({error})");
            report.add("search", false, message);
        }
    }
}

async fn look_at_clock(db: &Db, report: &mut Report) {
    let ours = Clock::default().now().0;
    if ours < BEGINNING {
        return report.add(
            "clock",
            false,
            "This machine's clock is years behind; set it.",
        );
    }
    // A database that another version wrote may not know of such a clock.
    let moved = clock_ahead(db).await.unwrap_or(0);
    if moved > 0 {
        let message = format!(
            "This database's time was moved on by {} s for a test, and never goes back.",
            moved / SECOND
        );
        report.add("test clock", true, message);
    }
    if db.is_sqlite() {
        let latest: db::Result<Option<(i64,)>> =
            sql("SELECT received_at FROM webhook_events ORDER BY id DESC LIMIT 1")
                .maybe(db)
                .await;
        let ahead = latest.ok().flatten().map_or(0, |(latest,)| latest) - ours - moved;
        let message = match ahead > APART {
            true => "The database has webhooks from the future; is this machine's clock behind?",
            false => "It does not run behind the database.",
        };
        return report.add("clock", ahead <= APART, message);
    }
    let theirs: db::Result<(i64,)> =
        sql("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)")
            .one(db)
            .await;
    match theirs {
        Ok((theirs,)) => {
            let apart = (theirs - ours).abs();
            let message = format!("It differs from PostgreSQL's by {} s.", apart / SECOND);
            report.add("clock", apart <= APART, message);
        }
        Err(error) => report.add("clock", false, sentence(&error)),
    }
}

async fn look_at_accounts(config: &Config, offline: bool, report: &mut Report) {
    let has_key = config.secret_key.is_some() || Secrets::file(&config.data).exists();
    if !has_key {
        return; // opening the program would make a new one, and it was reported already
    }
    let app = match App::open(config.clone()).await {
        Ok(app) => app,
        Err(error) => {
            let failure = Failure::opening(&error, config);
            return report.add("program", false, failure.sentences());
        }
    };
    if let Err(failure) = ask_meta(&app, offline, report).await {
        report.add("accounts", false, failure.sentences());
    }
}

async fn ask_meta(app: &App, offline: bool, report: &mut Report) -> Result<(), Failure> {
    let all = workspaces::list(&app.db).await?;
    if all.is_empty() {
        report.add(
            "workspaces",
            false,
            "There is none yet; clientele setup makes one.",
        );
    }
    for workspace in all {
        let accounts = accounts::list(&app.db, workspace.id).await?;
        if accounts.is_empty() {
            let message = "It has no WhatsApp number yet; clientele whatsapp connect connects one.";
            report.add(workspace.name.clone(), true, message);
        }
        for account in accounts {
            let name = format!("{}, {}", workspace.name, account.name);
            if account.simulated {
                report.add(
                    name,
                    true,
                    "Its WhatsApp is simulated by the server; nobody is asked.",
                );
                continue;
            }
            if offline {
                report.add(name, true, "Not asked, as --offline says.");
                continue;
            }
            match accounts::check(app, workspace.id, &account, Actor::Command).await {
                Ok(findings) => {
                    for finding in findings {
                        let name = format!("{name}, {}", finding.subject);
                        report.add(name, finding.ok == Some(true), finding.message);
                    }
                }
                Err(problem) => report.add(name, false, Failure::from(problem).sentences()),
            }
        }
    }
    Ok(())
}
