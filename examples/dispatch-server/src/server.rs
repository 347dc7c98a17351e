//! A running server.

use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::config::Config;
use crate::error::StartError;
use crate::listen;
use crate::state::AppState;

/// A running server.
#[derive(Debug)]
pub struct Server {
    app: App,
    address: SocketAddr,
    stop: CancellationToken,
    serving: JoinHandle<()>,
}

impl Server {
    /// Listens and serves.
    ///
    /// # Errors
    ///
    /// When the port is taken or something else it needs cannot be had; the error says what to do.
    pub async fn start(config: Config) -> Result<Self, StartError> {
        let wanted = config.bind;
        let listen = |source| StartError::Listen {
            address: wanted,
            source,
        };
        let listener = TcpListener::bind(wanted).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        // The first driver should not wait for it.
        let warm = tokio::task::spawn_blocking(dispatch_policy::extract::warm_up);
        let app = App::build(config, address).await?;
        let _ = warm.await;
        let stop = CancellationToken::new();
        let serving = tokio::spawn(listen::serve(listener, app.router(), stop.clone()));
        app.start_tasks();
        Ok(Self {
            app,
            address,
            stop,
            serving,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What the handlers share.
    pub fn state(&self) -> &AppState {
        self.app.state()
    }

    /// Stops: no new connections, live calls get a moment, what is being written is finished.
    ///
    /// # Errors
    ///
    /// When serving had broken before.
    pub async fn stop(self) -> Result<(), StartError> {
        let Self {
            app, stop, serving, ..
        } = self;
        // While calls drain, their webhooks and dashboards are still served.
        app.shut_down().await;
        stop.cancel();
        // Event streams have ended; a request that hangs is not waited for.
        match tokio::time::timeout(std::time::Duration::from_secs(5), serving).await {
            Ok(Err(error)) => Err(StartError::Serve(std::io::Error::other(error))),
            Ok(Ok(())) | Err(_) => Ok(()),
        }
    }
}
