//! The server: what it answers, what it refuses to start on, and how it ends.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;

use serde_json::Value;

use crate::program::{Program, Server, bare, client, failure_in, finish};

async fn get(server: &Server, path: &str, key: &str) -> (u16, Value) {
    let request = client()
        .get(format!("{}{path}", server.url))
        .bearer_auth(key);
    let response = request.send().await.expect("an answer");
    let status = response.status().as_u16();
    let text = response.text().await.expect("a body");
    (
        status,
        serde_json::from_str(&text).unwrap_or(Value::String(text)),
    )
}

#[tokio::test]
async fn from_setup_to_the_first_answer() {
    let program = Program::new().await;
    let key = program.set_up();
    let server = program.serve(&[]);
    assert_eq!(get(&server, "/healthz", "").await.0, 200);
    assert_eq!(get(&server, "/readyz", "").await.0, 200);
    assert_eq!(get(&server, "/api/accounts", "ck_wrong").await.0, 401);
    assert_eq!(get(&server, "/api/accounts", &key).await.0, 200);

    // The other commands work beside the running server.
    let account = program.connect("1065", &[]);
    let (_, accounts) = get(&server, "/api/accounts", &key).await;
    assert_eq!(accounts["items"][0]["uuid"], account["uuid"]);

    let metrics = get(&server, "/metrics", "").await.1;
    let metrics = metrics.as_str().expect("text");
    let counted =
        r#"clientele_http_requests_total{route="/api/accounts",method="GET",status="200"} 2"#;
    assert!(metrics.contains(counted), "{metrics}");
    assert!(metrics.contains("clientele_resident_bytes"), "{metrics}");
    let page = client()
        .get(format!("{}/api/docs", server.url))
        .send()
        .await
        .expect("a page");
    let policy = page.headers()["content-security-policy"]
        .to_str()
        .expect("text");
    assert!(policy.contains("default-src 'none'"), "{policy}");

    server.terminate();
    let (code, log) = server.ended();
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains("EAAG") && !log.contains(&key), "{log}");
}

#[tokio::test]
async fn webhooks_for_a_number_are_replayed_once_it_is_connected() {
    let program = Program::new().await;
    program.set_up();
    let server = program.serve(&[]);
    let first = program.connect("1065", &[]);
    let path = first["webhook_path"].as_str().expect("a path");
    let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1022","changes":[{
        "field":"messages","value":{"metadata":{"phone_number_id":"1066"},"messages":[{
        "id":"wamid.1","from":"966501234567","timestamp":"1795160000","type":"text",
        "text":{"body":"hello"}}]}}]}]}"#;
    let signature = whatsapp::signature::sign(b"s", body.as_bytes());
    let sent = client()
        .post(format!("{}{path}", server.url))
        .header("x-hub-signature-256", signature)
        .body(body);
    let answer = sent.send().await.expect("an answer");
    assert_eq!(answer.status(), 200);
    let waiting = program.json(&["events", "list", "--unrouted"], "");
    assert_eq!(waiting["items"][0]["state"], "unrouted", "{waiting}");
    let failed = program.json(&["events", "list", "--failed"], "");
    assert_eq!(failed["items"], serde_json::json!([]));
    program.connect("1066", &[]);
    let replayed = program.json(&["events", "replay", "--unrouted"], "");
    assert_eq!(replayed["items"][0]["state"], "done", "{replayed}");
    let left = program.json(&["events", "list"], "");
    assert_eq!(left["items"], serde_json::json!([]));
}

#[tokio::test]
async fn metrics_are_for_this_machine_or_the_holder_of_the_token() {
    let program = Program::new().await;
    std::fs::create_dir_all(program.data()).expect("a folder");
    let settings = "metrics_token = \"m3trics\"\n";
    std::fs::write(program.data().join("clientele.toml"), settings).expect("written");
    let server = program.serve(&[]);
    assert_eq!(get(&server, "/metrics", "").await.0, 401);
    assert_eq!(get(&server, "/metrics", "m3trics").await.0, 200);

    std::fs::write(program.data().join("clientele.toml"), "").expect("written");
    drop(server);
    let server = program.serve(&[]);
    let forwarded = client()
        .get(format!("{}/metrics", server.url))
        .header("x-forwarded-for", "1.2.3.4");
    assert_eq!(
        forwarded.send().await.expect("an answer").status().as_u16(),
        401
    );
}

#[tokio::test]
async fn a_request_that_runs_is_finished_before_the_end() {
    let program = Program::new().await;
    program.set_up();
    let server = program.serve(&[]);
    // The head is sent and half of the body: the request runs until the rest comes.
    let body = r#"{"email":"ana@bayt.example","password":"wrong password here"}"#;
    let (first, rest) = body.split_at(20);
    let mut stream = TcpStream::connect(server.address()).expect("connects");
    write!(
        stream,
        "POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{first}",
        body.len()
    )
    .expect("sent");
    // Another request that is answered shows that the server has read ours as well, or will.
    assert_eq!(get(&server, "/healthz", "").await.0, 200);
    server.terminate();
    while TcpStream::connect(server.address()).is_ok() {
        tokio::task::yield_now().await; // until it accepts nothing more
    }
    stream
        .write_all(rest.as_bytes())
        .expect("the rest is taken");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
    let (code, log) = server.ended();
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("every request was finished"), "{log}");
}

#[tokio::test]
async fn what_keeps_a_server_from_starting_is_said() {
    let program = Program::new().await;
    let server = program.serve(&[]);
    let address = server.address().to_owned();
    let taken = program.failure(&["serve", "--listen", &address], "");
    assert_eq!(taken["code"], "port_in_use");
    if program.database_url.is_none() {
        let second = program.failure(&["serve", "--listen", "127.0.0.1:0"], "");
        assert_eq!(second["code"], "already_serving");
    }
    server.terminate();
    server.ended();

    let nowhere = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--database-url",
        "postgres://x@127.0.0.1:1/x",
    ];
    let nowhere = program.failure(&nowhere, "");
    assert_eq!(nowhere["code"], "database");
    let nonsense = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--database-url",
        "mysql://x",
    ];
    let nonsense = program.failure(&nonsense, "");
    assert!(
        nonsense["message"]
            .as_str()
            .is_some_and(|text| text.contains("postgres://")),
        "{nonsense}"
    );

    std::fs::write(program.data().join("clientele.toml"), "lisen = 1\n").expect("written");
    let mistyped = program.failure(&["serve", "--listen", "127.0.0.1:0"], "");
    assert!(
        mistyped["message"]
            .as_str()
            .is_some_and(|text| text.contains("clientele.toml")),
        "{mistyped}"
    );
    std::fs::write(program.data().join("clientele.toml"), "").expect("written");

    std::fs::write(program.data().join("secret.key"), "damaged").expect("written");
    let damaged = program.failure(&["serve", "--listen", "127.0.0.1:0"], "");
    assert_eq!(damaged["code"], "secret_key");
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    let program = Program::new().await;
    program.set_up();
    let newer =
        "INSERT INTO schema_migrations (version, name, applied_at) VALUES (9999, 'later', 1)";
    match &program.database_url {
        None => {
            let file = rusqlite::Connection::open(program.data().join("clientele.db"));
            file.expect("opens").execute_batch(newer).expect("written");
        }
        Some(url) => {
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
                .await
                .expect("PostgreSQL answers");
            tokio::spawn(connection);
            client.batch_execute(newer).await.expect("written");
        }
    }
    let refused = program.failure(&["serve", "--listen", "127.0.0.1:0"], "");
    assert_eq!(refused["code"], "database_newer");
    assert!(
        refused["message"]
            .as_str()
            .is_some_and(|text| text.contains("9999")),
        "{refused}"
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "in the way").expect("written");
    let data = file.display().to_string();
    let answer = finish(
        bare(&[
            "serve",
            "--json",
            "--listen",
            "127.0.0.1:0",
            "--data",
            &data,
        ]),
        "",
    );
    assert_eq!(answer.code, Some(1));
    assert!(failure_in(&answer.err)["hint"].is_string(), "{answer:?}");

    // Root may write everywhere, so the program is started as somebody else.
    let is_root = std::fs::metadata("/proc/self")
        .is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let data = folder.path().join("read-only");
    std::fs::create_dir(&data).expect("a folder");
    std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).expect("open");
    std::fs::set_permissions(&data, PermissionsExt::from_mode(0o555)).expect("read-only");
    let copy = folder.path().join("clientele");
    std::fs::copy(env!("CARGO_BIN_EXE_clientele"), &copy).expect("copied");
    let mut command = std::process::Command::new(copy);
    command
        .args(["serve", "--json", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data);
    command.env_remove("CLIENTELE_DATABASE_URL");
    if is_root {
        command.uid(65_534).gid(65_534);
    }
    let answer = finish(command, "");
    assert_eq!(answer.code, Some(1));
    assert_eq!(
        failure_in(&answer.err)["code"],
        "folder_read_only",
        "{answer:?}"
    );
}
