//! Conversation flows.

mod acting;
mod canvas;
mod component;
mod edge;
mod finetune;
mod flow;
mod ids;
mod leaving;
mod node;
mod speaking;

pub use self::{
    acting::{
        BranchNode, CodeNode, ComponentNode, DefinitionScope, ExtractVariablesNode, FunctionNode, McpNode,
        PressDigitNode, SmsNode,
    },
    canvas::{DisplayPosition, Note, NoteSize},
    component::{ConversationFlowComponent, FlowComponent, UpdateConversationFlowComponent},
    edge::{
        Condition, Edge, Equation, EquationCondition, EquationOperator, EquationPromptCondition,
        LogicOperator, PromptCondition,
    },
    finetune::{FinetuneConversationExample, FinetuneTransitionExample, GlobalFinetuneExample},
    flow::{ConversationFlow, ConversationFlowOverride, CreateConversationFlow, UpdateConversationFlow},
    ids::{ComponentId, EdgeId, ExampleId, NodeId, NoteId},
    leaving::{AgentSwapNode, BridgeTransferNode, CancelTransferNode, EndNode, TransferCallNode},
    node::{GlobalCondition, GlobalNodeSetting, Node},
    speaking::{ConversationNode, Instruction, PromptText, StaticText, SubagentNode, TemplateText},
};
