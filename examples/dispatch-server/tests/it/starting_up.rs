//! A server that cannot start says why and what to do.

use dispatch_server::problem::Chain;
use dispatch_server::{Server, StartError};

use crate::desk::{Desk, config};

async fn error(flags: &[&str]) -> String {
    match Server::start(config(flags)).await {
        Ok(_) => panic!("it started"),
        Err(error) => Chain(&error).to_string(),
    }
}

#[tokio::test]
async fn a_port_in_use_is_named() {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("test.db").display().to_string();
    let said = error(&["--bind", &address, "--database-url", &database]).await;
    assert!(
        said.starts_with(&format!("BIND: cannot listen on {address}")),
        "{said}"
    );
    assert!(!folder.path().join("test.db").exists(), "nothing was touched");
}

#[tokio::test]
async fn a_second_demo_server_on_one_file_is_refused() {
    let first = Desk::demo("1", 0).await;
    let database = first.folder.path().join("test.db").display().to_string();
    let flags = ["--bind", "127.0.0.1:0", "--no-seed", "--database-url", &database];
    let said = error(&flags).await;
    assert!(
        said.starts_with("DATABASE_URL: another demo server uses ") && said.contains(&database),
        "{said}"
    );
    let _folder = first.stop().await;
    let server = Server::start(config(&flags))
        .await
        .expect("the file is free again");
    server.stop().await.expect("it stops");
}

#[tokio::test]
async fn a_database_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(
        &file,
        "not a database, and long enough to be read as one by mistake",
    )
    .expect("written");
    for path in [file.join("x.db"), file.clone(), folder.path().to_owned()] {
        let said = error(&[
            "--bind",
            "127.0.0.1:0",
            "--database-url",
            &path.display().to_string(),
        ])
        .await;
        assert!(
            said.starts_with("DATABASE_URL: choose a file this user may write"),
            "{said}"
        );
        assert!(said.contains(&folder.path().display().to_string()), "{said}");
    }
}

#[tokio::test]
async fn a_base_url_over_plain_http_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("test.db").display().to_string();
    let said = error(&[
        "--bind",
        "127.0.0.1:0",
        "--database-url",
        &database,
        "--retell-api-key",
        "k",
        "--retell-agent-id",
        "a",
        "--admin-password",
        "long enough",
        "--retell-base-url",
        "http://retell.example",
    ])
    .await;
    assert!(said.starts_with("RETELL_BASE_URL: "), "{said}");
}

#[test]
fn a_list_of_bad_settings_is_one_line_each() {
    use clap::Parser as _;
    use dispatch_server::config::{Config, Settings};
    let settings = Settings::parse_from(["x", "--bind", "nowhere", "--timezone", "Mars"]);
    let error = StartError::Config(Config::new(settings).expect_err("two are bad"));
    assert_eq!(error.to_string().lines().count(), 3, "{error}");
}
