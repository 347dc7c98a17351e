//! Finds or builds the dashboard. A problem here is a warning: the server works without its pages.
//!
//! `DISPATCH_WEB_DIST` (a folder with finished pages) comes first, then `web/dist` if it is newer than its sources, then
//! `npm ci && npm run build` on a copy in the build folder, then a page that explains what to do.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use std::{env, fs, io};

/// What the pages are made from.
const SOURCES: [&str; 11] = [
    "src",
    "public",
    "index.html",
    "package.json",
    "package-lock.json",
    "vite.config.ts",
    "tsconfig.json",
    "tsconfig.app.json",
    "tsconfig.node.json",
    "scripts",
    ".npmrc",
];

fn main() {
    println!("cargo::rerun-if-env-changed=DISPATCH_WEB_DIST");
    println!("cargo::rerun-if-env-changed=DISPATCH_WEB");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/web/help.html");
    println!("cargo::rerun-if-changed=src/store/migrations");
    for source in SOURCES {
        if Path::new("web").join(source).exists() {
            println!("cargo::rerun-if-changed=web/{source}");
        }
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let pages = pages(&out).unwrap_or_else(|reason| {
        println!("cargo::warning=the dashboard is not included: {reason}");
        help(&out)
    });
    println!("cargo::rustc-env=DISPATCH_WEB_OUT={}", pages.display());
}

fn pages(out: &Path) -> Result<PathBuf, String> {
    if let Some(given) = env::var_os("DISPATCH_WEB_DIST").filter(|given| !given.is_empty()) {
        let given = fs::canonicalize(&given).map_err(|error| format!("DISPATCH_WEB_DIST: {error}"))?;
        println!("cargo::rerun-if-changed={}", given.display());
        return with_index(given, "DISPATCH_WEB_DIST");
    }
    if env::var_os("DOCS_RS").is_some() || env::var("DISPATCH_WEB").is_ok_and(|web| web == "skip") {
        return Ok(help(out));
    }
    let web = env::current_dir().map_err(|error| error.to_string())?.join("web");
    if !web.join("package-lock.json").exists() {
        return Err("web/package-lock.json is not there".to_owned());
    }
    let dist = web.join("dist");
    if newest(&dist.join("index.html"))
        > SOURCES
            .iter()
            .filter_map(|source| newest(&web.join(source)))
            .max()
    {
        return Ok(dist);
    }
    build(&web, out)
}

/// Builds a copy, so that the source folder stays as it is.
fn build(web: &Path, out: &Path) -> Result<PathBuf, String> {
    node_version()?;
    let copy = out.join("web");
    let lock = "package-lock.json";
    let wanted = fs::read(web.join(lock)).map_err(|error| error.to_string())?;
    let installed = fs::read(copy.join("node_modules/.done")).is_ok_and(|done| done == wanted);
    for entry in fs::read_dir(web).map_err(|error| error.to_string())?.flatten() {
        let name = entry.file_name();
        if name != "node_modules" && name != "dist" {
            let target = copy.join(&name);
            let _ = fs::remove_dir_all(&target);
            copy_all(&entry.path(), &target)
                .map_err(|error| format!("copying the pages' sources: {error}"))?;
        }
    }
    if !installed {
        // A lock file written on one platform may lack packages of another, which `ci` takes for an error; `install`
        // adds them, and only the copy's lock file changes.
        run(&copy, &["ci", "--no-audit", "--no-fund"])
            .or_else(|_| run(&copy, &["install", "--no-audit", "--no-fund"]))?;
        fs::write(copy.join("node_modules/.done"), &wanted).map_err(|error| error.to_string())?;
    }
    run(&copy, &["run", "build"])?;
    with_index(copy.join("dist"), "npm run build")
}

fn node_version() -> Result<(), String> {
    let needed = "Node.js 20.19 or newer is needed to build it";
    let output = Command::new("node")
        .arg("--version")
        .output()
        .map_err(|_| format!("{needed}, and `node` was not found"))?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map(|n| n.parse::<u32>().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found >= (20, 19) {
        Ok(())
    } else {
        Err(format!("{needed}, not {version}"))
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let output = Command::new(npm)
        .args(arguments)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("npm {}: {error}", arguments.join(" ")))?;
    if output.status.success() {
        return Ok(());
    }
    let said =
        String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    // npm tells the reason first, then where its log is.
    let reason: Vec<&str> = said
        .lines()
        .map(|line| line.trim_start_matches("npm error").trim())
        .filter(|line| !line.is_empty() && !line.starts_with("npm warn"))
        .take(3)
        .collect();
    Err(format!(
        "npm {} failed: {}",
        arguments.join(" "),
        reason.join(" | ")
    ))
}

fn with_index(folder: PathBuf, origin: &str) -> Result<PathBuf, String> {
    if folder.join("index.html").exists() {
        Ok(folder)
    } else {
        Err(format!("{origin}: there is no index.html"))
    }
}

/// A folder with one page that explains what to do.
fn help(out: &Path) -> PathBuf {
    let folder = out.join("help");
    let written =
        fs::create_dir_all(&folder).and_then(|()| fs::copy("src/web/help.html", folder.join("index.html")));
    if let Err(error) = written {
        println!("cargo::warning=the help page could not be written: {error}");
    }
    folder
}

fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy_all(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).map(|_| ())
}

/// When the newest file below changed; `None` when there is nothing.
fn newest(path: &Path) -> Option<SystemTime> {
    if path.is_dir() {
        return fs::read_dir(path)
            .ok()?
            .flatten()
            .filter_map(|entry| newest(&entry.path()))
            .max();
    }
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
