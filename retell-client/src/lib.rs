#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "client")]
mod builder;
#[cfg(feature = "client")]
mod client;
#[cfg(feature = "client")]
mod download;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
mod list;
pub mod models;
#[cfg(feature = "client")]
mod prepared;
#[cfg(feature = "client")]
mod raw;
#[cfg(feature = "client")]
mod request;
#[cfg(feature = "client")]
pub mod resources;
#[cfg(feature = "client")]
mod response;
#[cfg(feature = "client")]
mod retry;
#[cfg(feature = "client")]
mod transport;
#[cfg(feature = "client")]
mod upload;

#[cfg(feature = "client")]
pub use self::{
    builder::ClientBuilder,
    client::Client,
    download::{CallFile, Download},
    error::{Error, ErrorKind, Result},
    list::{ListRequest, Page},
    raw::RawRequest,
    request::Request,
    response::Response,
    upload::{Progress, Upload},
};

#[cfg(feature = "client")]
pub use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
