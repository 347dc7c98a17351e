//! The end-to-end tests: the server in demo mode, Chromium in front of it.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::report::{Report, say};
use crate::tools;

const FOLDER: &str = "examples/dispatch-server/e2e";
const PASSED_ON: [&str; 5] = ["PATH", "HOME", "SYSTEMROOT", "TMPDIR", "TEMP"];
const START_WITHIN: Duration = Duration::from_secs(60);

/// Starts the server and runs the browser tests against it.
pub(crate) fn run(report: &mut Report, dashboard_built: bool, update_docs: bool) {
    const NAME: &str = "end to end in a browser";
    if !dashboard_built {
        return report.skip(NAME, "the dashboard was not built");
    }
    let chromium = match tools::chromium() {
        Ok(chromium) => chromium,
        Err(why) => return report.skip(NAME, &why),
    };
    // As the test step before built it, with the features its tests ask for: nothing is built twice.
    let build = ["test", "--workspace", "--all-features", "--locked", "--no-run"];
    if !report
        .cargo("server for the browser tests", &build)
        .dashboard(true)
        .run()
    {
        return;
    }
    if !report
        .npm(
            "browser test packages",
            FOLDER,
            &["ci", "--no-audit", "--no-fund"],
        )
        .run()
    {
        return;
    }
    let server = match Server::start(report.root()) {
        Ok(server) => server,
        Err(why) => return report.fail(NAME, &why),
    };
    report
        .npm(NAME, FOLDER, &["test"])
        .env("DISPATCH_URL", server.url())
        .env("CHROMIUM", &chromium)
        .env("UPDATE_DOCS", if update_docs { "1" } else { "" })
        .run();
}

/// The server in demo mode on a free port with a fresh database; stopped and cleaned up when dropped.
struct Server {
    child: Child,
    address: SocketAddr,
    data: PathBuf,
}

impl Server {
    fn start(root: &Path) -> Result<Self, String> {
        let address = free_port().map_err(|error| format!("no free port: {error}"))?;
        let data = std::env::temp_dir().join(format!("dispatch-e2e-{}", std::process::id()));
        std::fs::create_dir_all(&data).map_err(|error| format!("no temporary folder: {error}"))?;
        let program = tools::target_folder(root)
            .join("debug")
            .join(format!("dispatch-server{}", std::env::consts::EXE_SUFFIX));
        let child = Command::new(&program)
            .current_dir(&data)
            // Only what a program needs to run: no setting of the caller's shell changes what is tested.
            .env_clear()
            .envs(std::env::vars_os().filter(|(name, _)| PASSED_ON.iter().any(|passed| name == passed)))
            .env("BIND", address.to_string())
            .env(
                "DATABASE_URL",
                format!("sqlite://{}", data.join("e2e.db").display()),
            )
            .spawn()
            .map_err(|error| format!("the server did not start: {error}"))?;
        let mut server = Self { child, address, data };
        server.wait_until_ready()?;
        say(&format!("--- server ready at {}", server.url()));
        Ok(server)
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn wait_until_ready(&mut self) -> Result<(), String> {
        let deadline = Instant::now() + START_WITHIN;
        while Instant::now() < deadline {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("the server ended at once ({status})"));
            }
            if answers_ok(self.address) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        Err(format!(
            "the server was not ready within {} s",
            START_WITHIN.as_secs()
        ))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // SIGTERM first, so that the graceful way is the one that is exercised.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let deadline = Instant::now() + Duration::from_secs(20);
        while Instant::now() < deadline && !matches!(self.child.try_wait(), Ok(Some(_))) {
            std::thread::sleep(Duration::from_millis(100));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

fn free_port() -> std::io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

/// Whether `/readyz` answers 200.
fn answers_ok(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect_timeout(&address, Duration::from_secs(1)) else {
        return false;
    };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(2)));
    let request = format!("GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut start = [0_u8; 12];
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_exact(&mut start).is_ok()
        && &start == b"HTTP/1.1 200"
}
