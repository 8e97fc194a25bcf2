//! The commands that end by themselves.

use serde_json::json;

use crate::program::{Program, bare, finish};

#[test]
fn the_help_tells_the_story_and_a_mistake_is_explained() {
    let help = finish(bare(&["--help"]), "");
    assert_eq!(help.code, Some(0));
    for part in [
        "From nothing to the first customer",
        "setup",
        "serve",
        "doctor",
        "--data",
        "--json",
    ] {
        assert!(help.out.contains(part), "{part}: {}", help.out);
    }
    let mistake = finish(bare(&["serv"]), "");
    assert_eq!(mistake.code, Some(2));
    assert!(mistake.err.contains("serve"), "{}", mistake.err);
    let mistake = finish(bare(&["key", "create", "--json"]), "");
    assert_eq!(mistake.code, Some(2));
    assert_eq!(crate::program::failure_in(&mistake.err)["code"], "usage");
    let secret = bare(&["setup", "--help"])
        .env("CLIENTELE_PASSWORD", "hunter2hunter2")
        .output();
    let shown = String::from_utf8(secret.expect("runs").stdout).expect("text");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[tokio::test]
async fn a_workspace_is_set_up_once_per_address() {
    let program = Program::new().await;
    let setup = [
        "setup",
        "--workspace",
        "Bayt",
        "--email",
        "ana@bayt.example",
        "--password",
        "-",
    ];
    let made = program.json(&setup, "correct horse battery\n");
    assert!(
        made["workspace_id"].is_i64() && made["workspace_uuid"].is_string(),
        "{made}"
    );
    let again = program.failure(&setup, "correct horse battery\n");
    assert_eq!(again["code"], "email_taken");
    let no_line = program.failure(&setup, "");
    assert_eq!(no_line["code"], "stdin");

    let bad = [
        "setup",
        "--workspace",
        " ",
        "--email",
        "ana",
        "--password",
        "x",
        "--region",
        "ZZ",
    ];
    let refused = program.failure(&bad, "");
    assert_eq!(
        refused["errors"].as_array().map(Vec::len),
        Some(4),
        "{refused}"
    );

    let from_variable = program
        .command(&[
            "setup",
            "--workspace",
            "Nile Books",
            "--email",
            "omar@nile.example",
            "--json",
        ])
        .env("CLIENTELE_PASSWORD", "correct horse battery")
        .output()
        .expect("runs");
    assert!(from_variable.status.success());
    let which = program.failure(&["key", "create", "--name", "x"], "");
    assert_eq!(which["code"], "which_workspace");
    program.json(
        &["key", "create", "--name", "x", "--workspace", "Nile Books"],
        "",
    );
}

#[tokio::test]
async fn keys_are_made_listed_and_revoked() {
    let program = Program::new().await;
    let none = program.failure(&["key", "create", "--name", "x"], "");
    assert_eq!(none["code"], "no_workspace");
    program.set_up();
    let reader = [
        "key",
        "create",
        "--name",
        "Reports",
        "--scopes",
        "customers:read,audit:read",
    ];
    let made = program.json(&reader, "");
    assert!(
        made["key"]
            .as_str()
            .is_some_and(|key| key.starts_with("ck_")),
        "{made}"
    );
    let id = made["id"].to_string();
    assert_eq!(program.json(&["key", "revoke", &id], "")["revoked"], true);
    let list = program.json(&["key", "list"], "");
    assert_eq!(list["items"][0]["name"], "Reports");
    assert!(list["items"][0]["revoked_at"].is_string());
    assert!(list["items"][1]["revoked_at"].is_null());
    let unknown = program.failure(
        &["key", "create", "--name", "x", "--scopes", "everything"],
        "",
    );
    assert_eq!(unknown["errors"][0]["field"], "scopes[0]");
}

#[tokio::test]
async fn a_number_is_connected_and_its_secrets_come_from_stdin_in_order() {
    let program = Program::new().await;
    program.set_up();
    let connect = [
        "whatsapp",
        "connect",
        "--name",
        "الدعم",
        "--phone-number-id",
        "1065",
        "--waba-id",
        "1022",
        "--access-token",
        "-",
        "--app-secret",
        "-",
        "--verify-token",
        "-",
    ];
    let made = program.json(&connect, "EAAG-token\napp-secret\nverify-token\n");
    let path = made["webhook_path"].as_str().expect("a path");
    assert!(path.starts_with("/webhooks/whatsapp/"), "{made}");
    let again = program.json(&connect, "EAAG-token-2\napp-secret\nverify-token\n");
    assert_eq!(again, made);
    let missing = program.failure(&connect, "EAAG-token\n");
    assert_eq!(
        missing["message"]
            .as_str()
            .map(|text| text.contains("app secret")),
        Some(true)
    );
    let shown = program.run(&connect, "EAAG-token\napp-secret\nverify-token\n");
    assert!(!format!("{shown:?}").contains("EAAG"), "{shown:?}");
}

#[tokio::test]
async fn the_doctor_finds_what_is_wrong_and_changes_nothing() {
    let program = Program::new().await;
    let sick = program.run(&["doctor", "--json"], "");
    assert_eq!(sick.code, Some(1), "{sick:?}");
    assert!(!program.data().exists(), "nothing was made");
    program.set_up();
    let well = program.json(&["doctor", "--offline"], "");
    assert_eq!(well["ok"], true, "{well}");
    assert_eq!(well["configuration"]["secret_key"], "(not set)");

    program.connect("1065", &["--graph-url", "http://127.0.0.1:9"]);
    let sick = program.run(&["doctor"], "");
    assert_eq!(sick.code, Some(1), "{sick:?}");
    assert!(
        sick.out.contains("✗") && sick.out.contains("Support, token"),
        "{}",
        sick.out
    );
    assert!(!sick.out.contains("EAAG"), "{}", sick.out);
}

#[tokio::test]
async fn a_lost_key_is_told_and_never_replaced() {
    let program = Program::new().await;
    program.set_up();
    let key = program.data().join("secret.key");
    // Nothing was sealed yet, so a new key harms nobody.
    std::fs::remove_file(&key).expect("removed");
    assert_eq!(program.json(&["doctor", "--offline"], "")["ok"], true);
    program.json(&["key", "list"], "");
    let first = std::fs::read_to_string(&key).expect("made again");

    program.connect("1065", &[]);
    std::fs::remove_file(&key).expect("removed");
    for command in [&["key", "list"][..], &["serve", "--listen", "127.0.0.1:0"]] {
        let refused = program.failure(command, "");
        assert_eq!(refused["code"], "secret_key_missing", "{refused}");
        let hint = refused["hint"].as_str().expect("a way out");
        assert!(hint.contains("backup") && hint.contains("CLIENTELE_SECRET_KEY"));
    }
    assert!(!key.exists(), "no key is made unasked");
    let sick = program.run(&["doctor", "--offline", "--json"], "");
    assert_eq!(sick.code, Some(1), "{sick:?}");
    assert!(
        sick.out.contains("is missing, and the database holds"),
        "{sick:?}"
    );

    // Another key opens the program, which is the way out when the first is lost for good.
    std::fs::write(&key, "ab".repeat(32)).expect("written");
    let sick = program.run(&["doctor", "--offline", "--json"], "");
    assert_eq!(sick.code, Some(1), "{sick:?}");
    assert!(sick.out.contains("sealed with another key"), "{sick:?}");
    program.connect("1065", &[]);
    let repaired = program.run(&["doctor", "--offline", "--json"], "");
    assert!(
        !repaired.out.contains("sealed with another key"),
        "{repaired:?}"
    );

    std::fs::write(&key, first).expect("put back");
    program.json(&["key", "list"], "");
}

#[tokio::test]
async fn an_empty_variable_sets_no_address() {
    let program = Program::new().await;
    program.set_up();
    // The port of the settings is taken or free; either way the variable was understood.
    std::fs::write(
        program.data().join("clientele.toml"),
        "listen = \"192.0.2.1:1\"\n",
    )
    .expect("written");
    let answer = program
        .command(&["serve", "--json"])
        .env("CLIENTELE_LISTEN", "")
        .output()
        .expect("runs");
    let err = String::from_utf8(answer.stderr).expect("text");
    assert_eq!(answer.status.code(), Some(1), "{err}");
    assert_eq!(crate::program::failure_in(&err)["code"], "address_not_here");
    let help = finish(bare(&["key", "revoke", "--help"]), "");
    assert!(help.out.contains("within five seconds"), "{}", help.out);
}

#[tokio::test]
async fn the_events_command_has_nothing_to_do_on_a_healthy_installation() {
    let program = Program::new().await;
    program.set_up();
    assert_eq!(program.json(&["events", "list"], "")["items"], json!([]));
    assert_eq!(
        program.json(&["events", "replay", "--failed"], "")["items"],
        json!([])
    );
    assert_eq!(
        program.json(&["events", "replay", "--failed", "--unrouted"], "")["items"],
        json!([])
    );
    assert_eq!(
        program.failure(&["events", "replay", "17"], "")["code"],
        "not_found"
    );
}
