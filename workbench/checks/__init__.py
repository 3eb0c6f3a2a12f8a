"""Checks, their findings, waivers and reports."""
