use retell_client::models::*;

use super::{enums, shapes};

shapes! {
    "BatchCallCreateBatchCallParams" => CreateBatchCall,
    "BatchCallResponse" => BatchCall,
    "BatchCallTask" => BatchCallTask,
    "CallTimeWindow" => CallTimeWindow,
    "TimeWindow" => TimeWindow,
}

enums! {
    "Weekday" => Weekday,
}
