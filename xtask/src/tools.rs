//! What the machine has beside Rust, and what may be installed on it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::report::say;

/// The oldest Node.js the dashboard's tools run on.
const NODE_AT_LEAST: (u32, u32) = (20, 19);

/// Node.js and npm, new enough.
///
/// # Errors
///
/// What to install.
pub(crate) fn node() -> Result<(), String> {
    let wanted = format!(
        "Node.js {}.{} or newer with npm is needed",
        NODE_AT_LEAST.0, NODE_AT_LEAST.1
    );
    let version = output("node", &["--version"]).ok_or_else(|| format!("{wanted}; no `node` on the PATH"))?;
    if node_version(&version).is_none_or(|found| found < NODE_AT_LEAST) {
        return Err(format!("{wanted}; found {}", version.trim()));
    }
    output("npm", &["--version"])
        .map(drop)
        .ok_or_else(|| format!("{wanted}; no `npm` on the PATH"))
}

/// `v20.20.2` as (20, 20).
fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Chromium: the one named by `CHROMIUM`, one on the PATH, or Debian's, installed now where that may be done.
///
/// # Errors
///
/// What to install.
pub(crate) fn chromium() -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        let path = PathBuf::from(named);
        return if path.exists() {
            Ok(path)
        } else {
            Err("CHROMIUM names a file that is not there".into())
        };
    }
    let names = ["chromium", "chromium-browser", "google-chrome"];
    if let Some(found) = names.iter().find_map(|name| on_path(name)) {
        return Ok(found);
    }
    if !may_install() {
        return Err("Chromium is needed; install it or set CHROMIUM to its path".into());
    }
    say("--- installing Chromium from Debian's packages");
    let installed = apt(&["update"])
        && apt(&[
            "install",
            "-y",
            "--no-install-recommends",
            "chromium",
            "fonts-liberation",
        ]);
    match on_path("chromium") {
        Some(path) if installed => Ok(path),
        _ => Err("Chromium could not be installed by apt-get".into()),
    }
}

/// Python with pip.
///
/// # Errors
///
/// What to install.
pub(crate) fn pip() -> Result<(), String> {
    output("python3", &["-m", "pip", "--version"])
        .map(drop)
        .ok_or_else(|| "Python 3 with pip is needed".into())
}

/// The machine that rustc builds for, such as `x86_64-unknown-linux-gnu`.
pub(crate) fn host_triple() -> Option<String> {
    let version = output("rustc", &["-vV"])?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "))?;
    Some(host.trim().to_owned())
}

/// Where cargo builds.
pub(crate) fn target_folder(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// OpenSSL's headers, for the client's feature `native-tls`: there, or Debian's, installed now where that may be done.
///
/// # Errors
///
/// What to install.
pub(crate) fn openssl() -> Result<(), String> {
    // Elsewhere the system's own TLS is used.
    if !cfg!(target_os = "linux") || output("pkg-config", &["--exists", "openssl"]).is_some() {
        return Ok(());
    }
    let packages = "libssl-dev and pkg-config are needed to build with native TLS";
    if !may_install() {
        return Err(packages.into());
    }
    say("--- installing OpenSSL's headers from Debian's packages");
    if apt(&["update"])
        && apt(&[
            "install",
            "-y",
            "--no-install-recommends",
            "libssl-dev",
            "pkg-config",
        ])
    {
        Ok(())
    } else {
        Err(format!("{packages}; apt-get could not install them"))
    }
}

fn may_install() -> bool {
    on_path("apt-get").is_some() && output("id", &["-u"]).is_some_and(|id| id.trim() == "0")
}

fn apt(args: &[&str]) -> bool {
    let quiet = ["-qq", "-o", "DPkg::Lock::Timeout=300"];
    let mut command = Command::new("apt-get");
    command
        .args(quiet)
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive");
    command.status().is_ok_and(|status| status.success())
}

/// What a program printed, if it ran and was content.
pub(crate) fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| is_executable(file))
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.metadata()
        .is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_read() {
        assert_eq!(node_version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(node_version("22.1.0"), Some((22, 1)));
        assert_eq!(node_version("nonsense"), None);
    }
}
