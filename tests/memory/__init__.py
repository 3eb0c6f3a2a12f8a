"""Tests of workbench.memory."""
