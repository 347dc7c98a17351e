//! Agents tried out without a call.
