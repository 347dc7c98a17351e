//! The program.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("openapi") => std::io::stdout().write_all(dispatch_server::openapi::document().as_bytes()),
        _ => Err(std::io::Error::other("only `openapi` works so far")),
    }
}
