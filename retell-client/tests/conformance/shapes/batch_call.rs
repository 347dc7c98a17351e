use retell_client::models::*;

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
