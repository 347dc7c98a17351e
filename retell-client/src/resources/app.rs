//! Apps: accounts of other services that tools use.

use super::resource;

resource!(
    /// Apps: accounts of other services that tools use; from [`Client::app`](crate::Client::app).
    Apps
);
