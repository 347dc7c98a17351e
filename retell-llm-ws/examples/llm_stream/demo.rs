//! A caller in place of Retell: says lines and prints what comes back.

use std::error::Error;

use retell_llm_ws::{
    caller::Caller,
    frame::{Inbound, Outbound, Request, Response},
    models::{CallId, Role, Utterance},
};

/// Calls, says each line in turn, and hangs up, unless the agent does so first.
pub(crate) async fn call(url: &str, lines: &[String]) -> Result<(), Box<dyn Error>> {
    let mut caller = Caller::connect(url, &CallId::from("call_demo")).await?;
    let mut transcript = Vec::new();
    listen(&mut caller, &mut transcript).await?;
    for (line, response_id) in lines.iter().zip(1..) {
        println!("caller: {line}");
        transcript.push(Utterance::new(Role::User, line.as_str()));
        let request = Request {
            response_id,
            transcript: transcript.clone(),
            ..Request::default()
        };
        caller.send(&Inbound::ResponseRequired(request)).await?;
        if listen(&mut caller, &mut transcript).await? {
            println!("(the agent hangs up)");
            break;
        }
    }
    Ok(caller.close(1000).await?)
}

/// Prints one answer as it comes; whether the agent ends the call with it.
async fn listen(caller: &mut Caller, transcript: &mut Vec<Utterance>) -> Result<bool, Box<dyn Error>> {
    let mut said = String::new();
    let mut ends = false;
    loop {
        match caller.recv().await?.ok_or("the connection broke")? {
            Outbound::Response(Response {
                content,
                content_complete,
                end_call,
                ..
            }) => {
                if !content.is_empty() {
                    println!("agent: {}", content.trim_end());
                }
                said.push_str(&content);
                ends |= end_call == Some(true);
                if content_complete {
                    transcript.push(Utterance::new(Role::Agent, said.trim_end()));
                    return Ok(ends);
                }
            }
            Outbound::ToolCallInvocation(call) => println!("tool: {}({})", call.name, call.arguments),
            Outbound::ToolCallResult(result) => println!("tool answered: {}", result.content),
            _ => {}
        }
    }
}
