//! What was said and done in a chat, in order.

use crate::models::{
    NodeId, ToolCallId, lenient,
    macros::{model, open_enum, tagged_union},
};

tagged_union! {
    /// One entry of a chat.
    ChatTranscriptItem by "role" {
        /// The person writes.
        User(UserMessage) = "user",
        /// The agent writes.
        Agent(AgentMessage) = "agent",
        /// The agent calls a tool.
        ToolCallInvocation(ToolCallInvocationMessage) = "tool_call_invocation",
        /// A tool answers.
        ToolCallResult(ToolCallResultMessage) = "tool_call_result",
        /// A conversation flow moves on.
        NodeTransition(NodeTransitionMessage) = "node_transition",
        /// A Retell LLM moves on.
        StateTransition(StateTransitionMessage) = "state_transition",
        /// Text added from outside.
        Injected(InjectedMessage) = "injected",
        /// A text message.
        Sms(SmsChatMessage) = "sms",
    }
}

/// An entry: what every entry has, and what this one adds, first what it requires and then what may be left out.
macro_rules! entry {
    ($(#[$meta:meta])* $name:ident { $($required:tt)* } .. { $($optional:tt)* }) => {
        model! {
            $(#[$meta])*
            $name shows(message_id, created_timestamp) {
                $($required)*
                ..
                $($optional)*
                /// Id of the entry.
                message_id: Option<String>,
                /// When it was made, in milliseconds since the epoch.
                created_timestamp: Option<i64>,
            }
        }
    };
}

entry! {
    /// Something the person wrote.
    UserMessage {
        /// The words.
        #[serde(default, deserialize_with = "lenient::or_default")]
        content: String,
    } .. {
        /// Pictures and the like.
        multimedia: Option<Vec<Multimedia>>,
    }
}

entry! {
    /// Something the agent wrote.
    AgentMessage {
        /// The words.
        #[serde(default, deserialize_with = "lenient::or_default")]
        content: String,
    } .. {
        /// Pictures and the like.
        multimedia: Option<Vec<Multimedia>>,
    }
}

entry! {
    /// A text message that came during a conversation.
    SmsChatMessage {
        /// The words.
        #[serde(default, deserialize_with = "lenient::or_default")]
        content: String,
    } .. {
        /// Pictures and the like; shown to people, not to the model.
        multimedia: Option<Vec<Multimedia>>,
    }
}

entry! {
    /// Text added from outside.
    InjectedMessage {
        /// The text.
        #[serde(default, deserialize_with = "lenient::or_default")]
        content: String,
    } .. {}
}

entry! {
    /// A call of a tool.
    ToolCallInvocationMessage {
        /// The tool.
        #[serde(default, deserialize_with = "lenient::or_default")]
        name: String,
        /// Its arguments, as JSON text.
        #[serde(default, deserialize_with = "lenient::or_default")]
        arguments: String,
        /// The call, which the result names.
        #[serde(default, deserialize_with = "lenient::or_default")]
        tool_call_id: ToolCallId,
    } .. {
        /// Kind of the tool.
        #[serde(rename = "type")]
        kind: Option<String>,
        /// What a thinking model needs to go on with its thoughts; give it back unchanged.
        thought_signature: Option<String>,
    }
}

entry! {
    /// What a tool answered.
    ToolCallResultMessage {
        /// The answer, often JSON text.
        #[serde(default, deserialize_with = "lenient::or_default")]
        content: String,
        /// The call it belongs to.
        #[serde(default, deserialize_with = "lenient::or_default")]
        tool_call_id: ToolCallId,
    } .. {
        /// Whether the tool succeeded.
        successful: Option<bool>,
    }
}

entry! {
    /// A step from node to node.
    NodeTransitionMessage {} .. {
        /// The node left.
        former_node_id: Option<NodeId>,
        /// Its name.
        former_node_name: Option<String>,
        /// The node entered.
        new_node_id: Option<NodeId>,
        /// Its name.
        new_node_name: Option<String>,
        /// How it was reached.
        transition_type: Option<TransitionType>,
    }
}

entry! {
    /// A step from state to state.
    StateTransitionMessage {} .. {
        /// The state left.
        former_state_name: Option<String>,
        /// The state entered.
        new_state_name: Option<String>,
    }
}

model! {
    /// A picture or the like.
    Multimedia {
        /// Where it can be fetched.
        #[serde(default, deserialize_with = "lenient::or_default")]
        url: String,
        ..
        /// What it shows.
        summary: Option<String>,
    }
}

open_enum! {
    /// How a node was reached.
    TransitionType {
        /// As a global node.
        Global = "global",
        /// Back from a global node.
        GlobalGoBack = "global_go_back",
        /// Back because the person interrupted.
        InterruptGoBack = "interrupt_go_back",
        /// By an edge.
        Normal = "normal",
    }
}
